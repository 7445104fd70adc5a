<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="zh_CN">
<context>
    <name>ArrivalSheet</name>
    <message>
        <source>关闭</source>
        <translation type="unfinished">關閉</translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制改动和遗漏的清单（Ctrl+Shift+C）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已复制。</source>
        <translation type="unfinished">已複製。</translation>
    </message>
    <message>
        <source>把刚才的都撤销，一步完成（Ctrl+Z）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished">復原</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>安装话术包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入话术</source>
        <translation type="unfinished">匯入話術</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation type="unfinished">所有檔案 (*)</translation>
    </message>
    <message>
        <source>话术包 ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术包请一个一个安装，也不要和别的文件一起。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术文件 ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArrivalsPane</name>
    <message>
        <source>会去掉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会怎样</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和现在的一样，不会变。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已停用，要先在话术库里启用才能发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您改过的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您自己改过这些话术，您的写法会保留；划掉的是您的写法，下划线的是这里的写法。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新增</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新的版本里没有了，会进回收站。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>相同</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号相同，内容不同：划掉的是现在的写法，下划线的是新的写法。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术库里或前面已经有一条说法完全相同的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术库里还没有这些。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 {count} 处</source>
        <translation type="unfinished">還有 {count} 處</translation>
    </message>
    <message>
        <source>重复</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>“{name}”已经在附件里了。</source>
        <translation>「{name}」已經在附件裡了。</translation>
    </message>
    <message>
        <source>加入图片或文件</source>
        <translation>加入圖片或檔案</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>正在加入附件…</source>
        <translation>正在加入附件…</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>附件</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>{when} 的备份和现在一样。</source>
        <translation>{when} 的備份和現在一樣。</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>已备份。</source>
        <translation>已備份。</translation>
    </message>
    <message>
        <source>已恢复到 {when} 的样子，可以在话术库里撤销。</source>
        <translation>已還原到 {when} 的樣子，可以在話術庫裡復原。</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>恢复 {when} 的备份</source>
        <translation>還原 {when} 的備份</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>最新的备份就是现在的样子，不用再备份。</source>
        <translation>最新的備份就是現在的樣子，不用再備份。</translation>
    </message>
    <message>
        <source>每次启动和每改 50 次，话术库会自动备份：最近的全部留着，再往前每小时、每天、每月各留一份。恢复只改您自己的话术，当作一步修改，可以在话术库里撤销。</source>
        <translation>每次啟動和每改 50 次，話術庫會自動備份：最近的全部留著，再往前每小時、每天、每月各留一份。還原只改您自己的話術，當作一步修改，可以在話術庫裡復原。</translation>
    </message>
    <message>
        <source>真的恢复？</source>
        <translation>真的還原？</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>还没有备份。自己写过话术之后就会有。</source>
        <translation>還沒有備份。自己寫過話術之後就會有。</translation>
    </message>
</context>
<context>
    <name>CategoryCommands</name>
    <message>
        <source>分类“{old}”改名为“{new}”</source>
        <translation>分類「{old}」改名為「{new}」</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>删除分类“{name}”</source>
        <translation>刪除分類「{name}」</translation>
    </message>
    <message>
        <source>删除分类“{name}”？</source>
        <translation>刪除分類「{name}」？</translation>
    </message>
    <message>
        <source>新分类</source>
        <translation>新分類</translation>
    </message>
    <message>
        <source>新分类 {number}</source>
        <translation>新分類 {number}</translation>
    </message>
    <message>
        <source>新建分类“{name}”</source>
        <translation>新增分類「{name}」</translation>
    </message>
    <message>
        <source>移动分类“{name}”</source>
        <translation>移動分類「{name}」</translation>
    </message>
    <message>
        <source>里面的 {count} 条话术会移到回收站，可以恢复。</source>
        <translation>裡面的 {count} 則話術會移到回收筒，可以還原。</translation>
    </message>
</context>
<context>
    <name>CategoryModel</name>
    <message>
        <source>{name}，{count} 条</source>
        <translation>{name}，{count} 則</translation>
    </message>
</context>
<context>
    <name>CategoryTree</name>
    <message>
        <source>全部话术</source>
        <translation>全部話術</translation>
    </message>
    <message>
        <source>话术分类</source>
        <translation>話術分類</translation>
    </message>
    <message>
        <source>选择一个分类，只看其中的话术</source>
        <translation>選擇一個分類，只看其中的話術</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>团队</source>
        <translation>團隊</translation>
    </message>
    <message>
        <source>自带</source>
        <translation>內建</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>過期</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>ColumnSheet</name>
    <message>
        <source>列名</source>
        <translation>欄名</translation>
    </message>
    <message>
        <source>用来</source>
        <translation>用來</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>没有程序能打开文件夹，它在 {place}。</source>
        <translation>沒有程式能開啟資料夾，它在 {place}。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>zh_CN</source>
        <translation>zh_TW</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>打开日历  Alt+下</source>
        <translation>開啟日曆  Alt+下</translation>
    </message>
</context>
<context>
    <name>DaysSheet</name>
    <message>
        <source>从</source>
        <translation>從</translation>
    </message>
    <message>
        <source>到</source>
        <translation>到</translation>
    </message>
    <message>
        <source>年-月-日，例如 2026-06-18</source>
        <translation>年-月-日，例如 2026-06-18</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>套用</translation>
    </message>
    <message>
        <source>日期写成 2026-06-18 这样。</source>
        <translation>日期寫成 2026-06-18 這樣。</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>结束的日子在开始之前。</source>
        <translation>結束的日子在開始之前。</translation>
    </message>
    <message>
        <source>这 {count} 条话术从哪天起、到哪天止可以用？留空就是不限。</source>
        <translation>這 {count} 則話術從哪天起、到哪天止可以用？留空就是不限。</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>内容相同。</source>
        <translation>內容相同。</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>发送方式</source>
        <translation>傳送方式</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>職務</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>说法</source>
        <translation>說法</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>DuplicatesSheet</name>
    <message>
        <source>{count} 组重复</source>
        <translation>{count} 組重複</translation>
    </message>
    <message>
        <source>{share} · {count} 条</source>
        <translation>{share} · {count} 則</translation>
    </message>
    <message>
        <source>内容相同或几乎相同的话术。选中要留下的那条，再合并或只留它；都可以撤销。</source>
        <translation>內容相同或幾乎相同的話術。選中要留下的那條，再合併或只留它；都可以復原。</translation>
    </message>
    <message>
        <source>删除 1 条重复话术</source>
        <translation>刪除 1 則重複話術</translation>
    </message>
    <message>
        <source>删除 {count} 条重复话术</source>
        <translation>刪除 {count} 則重複話術</translation>
    </message>
    <message>
        <source>删除选中的</source>
        <translation>刪除選中的</translation>
    </message>
    <message>
        <source>只留选中的</source>
        <translation>只留選中的</translation>
    </message>
    <message>
        <source>合并 {count} 条重复话术</source>
        <translation>合併 {count} 則重複話術</translation>
    </message>
    <message>
        <source>合并到选中的</source>
        <translation>合併到選中的</translation>
    </message>
    <message>
        <source>同组其他话术移到回收站</source>
        <translation>同組其他話術移到回收筒</translation>
    </message>
    <message>
        <source>完全相同</source>
        <translation>完全相同</translation>
    </message>
    <message>
        <source>把同组其他话术的说法、标签、岗位并进来，其余移到回收站</source>
        <translation>把同組其他話術的說法、標籤、職務並進來，其餘移到回收筒</translation>
    </message>
    <message>
        <source>把选中的这条移到回收站</source>
        <translation>把選中的這則移到回收筒</translation>
    </message>
    <message>
        <source>查找重复</source>
        <translation>尋找重複</translation>
    </message>
    <message>
        <source>正在比较… {done:.0%}</source>
        <translation>正在比較… {done:.0%}</translation>
    </message>
    <message>
        <source>没有重复的话术。</source>
        <translation>沒有重複的話術。</translation>
    </message>
    <message>
        <source>相似 {share:.0%}</source>
        <translation>相似 {share:.0%}</translation>
    </message>
    <message>
        <source>还有 {count} 组</source>
        <translation>還有 {count} 組</translation>
    </message>
    <message>
        <source>重复的话术</source>
        <translation>重複的話術</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>{label}，已完成。</source>
        <translation>{label}，已完成。</translation>
    </message>
    <message>
        <source>修改“{title}”</source>
        <translation>修改「{title}」</translation>
    </message>
    <message>
        <source>已撤销：{label}</source>
        <translation>已復原：{label}</translation>
    </message>
    <message>
        <source>已重做：{label}</source>
        <translation>已重做：{label}</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>保存并回到列表  Esc</source>
        <translation>儲存並回到清單  Esc</translation>
    </message>
    <message>
        <source>只能查看</source>
        <translation>只能檢視</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>新话术</source>
        <translation>新話術</translation>
    </message>
    <message>
        <source>编辑话术</source>
        <translation>編輯話術</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>买家看到的</source>
        <translation>買家看到的</translation>
    </message>
    <message>
        <source>如 fh</source>
        <translation>如 fh</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>第 {number} 种说法是空的，写上内容或删掉它就会保存。</source>
        <translation>第 {number} 種說法是空的，寫上內容或刪掉它就會儲存。</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>编码和“{title}”相同，输入编码时会分不清。</source>
        <translation>代碼和「{title}」相同，輸入代碼時會分不清。</translation>
    </message>
    <message>
        <source>说法</source>
        <translation>說法</translation>
    </message>
    <message>
        <source>还没有内容，写好要说的话就会保存。</source>
        <translation>還沒有內容，寫好要說的話就會儲存。</translation>
    </message>
    <message>
        <source>还没有标题，写好标题就会保存。</source>
        <translation>還沒有標題，寫好標題就會儲存。</translation>
    </message>
</context>
<context>
    <name>EmoticonPicker</name>
    <message>
        <source>不显示</source>
        <translation>不顯示</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>哪家的表情</source>
        <translation>哪家的表情符號</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>抖音</source>
        <translation>抖音</translation>
    </message>
    <message>
        <source>搜表情</source>
        <translation>搜表情符號</translation>
    </message>
    <message>
        <source>搜表情：微笑、wx、smile</source>
        <translation>搜表情符號：微笑、wx、smile</translation>
    </message>
    <message>
        <source>旺旺</source>
        <translation>旺旺</translation>
    </message>
    <message>
        <source>没有这个表情。</source>
        <translation>沒有這個表情符號。</translation>
    </message>
    <message>
        <source>表情</source>
        <translation>表情符號</translation>
    </message>
    <message>
        <source>颜文字</source>
        <translation>顏文字</translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>填好了，粘贴</source>
        <translation>填好了，貼上</translation>
    </message>
    <message>
        <source>补全信息</source>
        <translation>補全資訊</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>还没有填写“{label}”。</source>
        <translation>還沒有填寫「{label}」。</translation>
    </message>
    <message>
        <source>这条话术里还缺以下内容，填好后直接粘贴。同一位买家只需填一次。</source>
        <translation>這則話術裡還缺以下內容，填好後直接貼上。同一位買家只需填一次。</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>{count} 条</source>
        <translation>{count} 則</translation>
    </message>
    <message>
        <source>其他分类或岗位里有 {count} 条。
点左侧“全部话术”或上方“全部”查看。</source>
        <translation>其他分類或職務裡有 {count} 則。
點左側「全部話術」或上方「全部」檢視。</translation>
    </message>
    <message>
        <source>在托盘菜单打开“话术库”，新建一条或导入话术包。</source>
        <translation>在系統匣選單開啟「話術庫」，新增一則或匯入話術包。</translation>
    </message>
    <message>
        <source>正在整理话术…</source>
        <translation>正在整理話術…</translation>
    </message>
    <message>
        <source>没有找到“{query}”</source>
        <translation>沒有找到「{query}」</translation>
    </message>
    <message>
        <source>试试更短的词或编码。用空格隔开的几个词要同时出现。</source>
        <translation>試試更短的詞或代碼。用空格隔開的幾個詞要同時出現。</translation>
    </message>
    <message>
        <source>还没有话术</source>
        <translation>還沒有話術</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>提醒</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>禁止粘贴</source>
        <translation>禁止貼上</translation>
    </message>
    <message>
        <source>眼前</source>
        <translation>眼前</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>訂單</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>仍然粘贴</source>
        <translation>仍然貼上</translation>
    </message>
    <message>
        <source>粘贴前请看一眼</source>
        <translation>貼上前請看一眼</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation>返回清單</translation>
    </message>
    <message>
        <source>还没有粘贴任何内容。确认无误可以继续。</source>
        <translation>還沒有貼上任何內容。確認無誤可以繼續。</translation>
    </message>
    <message>
        <source>还没有粘贴任何内容。请返回换一条话术，或先修改它。</source>
        <translation>還沒有貼上任何內容。請返回換一則話術，或先修改它。</translation>
    </message>
    <message>
        <source>这条回复不能粘贴</source>
        <translation>這則回覆不能貼上</translation>
    </message>
    <message>
        <source>{fix}，再粘贴</source>
        <translation>{fix}，再貼上</translation>
    </message>
    <message>
        <source>改好 {count} 处再粘贴</source>
        <translation>改好 {count} 處再貼上</translation>
    </message>
    <message>
        <source>改好再粘贴</source>
        <translation>改好再貼上</translation>
    </message>
    <message>
        <source>逐条看</source>
        <translation>逐條看</translation>
    </message>
    <message>
        <source>回复全文</source>
        <translation>回覆全文</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>下一步</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>先按一次快捷键</source>
        <translation>先按一次快速鍵</translation>
    </message>
    <message>
        <source>开始使用</source>
        <translation>開始使用</translation>
    </message>
    <message>
        <source>您是哪家店的客服？</source>
        <translation>您是哪家店的客服？</translation>
    </message>
    <message>
        <source>欢迎使用小二快答</source>
        <translation>歡迎使用小二快答</translation>
    </message>
    <message>
        <source>粘贴第一条话术</source>
        <translation>貼上第一則話術</translation>
    </message>
    <message>
        <source>跳过引导</source>
        <translation>略過引導</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>提示</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>开机启动</source>
        <translation>開機啟動</translation>
    </message>
    <message>
        <source>快捷键、店铺和第一次粘贴，不到一分钟。</source>
        <translation>快速鍵、店鋪和第一次貼上，不到一分鐘。</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>資料存放位置</translation>
    </message>
    <message>
        <source>没有程序能打开文件夹，请在文件管理器里自己进入上面的位置。</source>
        <translation>沒有程式能開啟資料夾，請在檔案管理員裡自己進入上面的位置。</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>介面語言</translation>
    </message>
    <message>
        <source>登录桌面后自动在后台运行，快捷键随时可用。</source>
        <translation>登入桌面後自動在背景執行，快速鍵隨時可用。</translation>
    </message>
    <message>
        <source>话术、设置和使用记录都在这里，备份时复制整个文件夹。</source>
        <translation>話術、設定和使用紀錄都在這裡，備份時複製整個資料夾。</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>通用</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>重新看一遍</source>
        <translation>重新看一遍</translation>
    </message>
    <message>
        <source>首次引导</source>
        <translation>新手引導</translation>
    </message>
    <message>
        <source>马上生效。话术用什么语言在“岗位与语气”里设置。</source>
        <translation>馬上生效。話術用什麼語言在「職務與語氣」裡設定。</translation>
    </message>
</context>
<context>
    <name>GridCommands</name>
    <message>
        <source>列名和用途</source>
        <translation>欄名和用途</translation>
    </message>
    <message>
        <source>删除一列</source>
        <translation>刪除一欄</translation>
    </message>
    <message>
        <source>删除行</source>
        <translation>刪除列</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>插入一列</source>
        <translation>插入一欄</translation>
    </message>
    <message>
        <source>插入一行</source>
        <translation>插入一列</translation>
    </message>
    <message>
        <source>改内容</source>
        <translation>修改內容</translation>
    </message>
    <message>
        <source>改列</source>
        <translation>修改欄</translation>
    </message>
    <message>
        <source>清空格子</source>
        <translation>清空儲存格</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>移动列</source>
        <translation>移動欄</translation>
    </message>
    <message>
        <source>移动行</source>
        <translation>移動列</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>貼上</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>已复制到剪贴板。</source>
        <translation>已複製到剪貼簿。</translation>
    </message>
    <message>
        <source>没有粘贴：</source>
        <translation>沒有貼上：</translation>
    </message>
    <message>
        <source>这条话术还缺内容，请按回车填好再用。</source>
        <translation>這則話術還缺內容，請按 Enter填好再用。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>全部</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>只看这个岗位的话术（Ctrl+R 切换）</source>
        <translation>只看這個職務的話術（Ctrl+R 切換）</translation>
    </message>
    <message>
        <source>岗位：{role}</source>
        <translation>職務：{role}</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>“{title}”的历史</source>
        <translation>「{title}」的歷史</translation>
    </message>
    <message>
        <source>以前的版本</source>
        <translation>以前的版本</translation>
    </message>
    <message>
        <source>左边是每次修改之前的样子；右边划掉的是后来没有了的，下划线的是后来加上的。</source>
        <translation>左邊是每次修改之前的樣子；右邊劃掉的是後來沒有了的，底線的是後來加上的。</translation>
    </message>
    <message>
        <source>恢复这一版</source>
        <translation>還原這一版</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>这条话术还没有改过。</source>
        <translation>這則話術還沒有改過。</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>要替换的地方</source>
        <translation>要取代的地方</translation>
    </message>
</context>
<context>
    <name>HotkeyChooser</name>
    <message>
        <source>{label} 已被其他程序占用，仍用原来的快捷键。</source>
        <translation>{label} 已被其他程式佔用，仍用原來的快速鍵。</translation>
    </message>
    <message>
        <source>呼出弹窗</source>
        <translation>叫出視窗</translation>
    </message>
    <message>
        <source>在任何聊天窗口按下它，话术弹窗就出现；再按一次关闭。</source>
        <translation>在任何聊天視窗按下它，話術彈出視窗就出現；再按一次關閉。</translation>
    </message>
    <message>
        <source>已改为 {label}，现在就能用。</source>
        <translation>已改為 {label}，現在就能用。</translation>
    </message>
    <message>
        <source>改用这个快捷键</source>
        <translation>改用這個快速鍵</translation>
    </message>
    <message>
        <source>请换一个组合。</source>
        <translation>請換一個組合。</translation>
    </message>
    <message>
        <source>这几个现在空着，点一下就换：</source>
        <translation>這幾個現在空著，點一下就換：</translation>
    </message>
</context>
<context>
    <name>HotkeyEdit</name>
    <message>
        <source>“{label}”打字时要用，不能作快捷键，请加上 Ctrl、Alt 或 Super。</source>
        <translation>「{label}」打字時要用，不能作快速鍵，請加上 Ctrl、Alt 或 Super。</translation>
    </message>
    <message>
        <source>再按一个键…</source>
        <translation>再按一個鍵…</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>沒有</translation>
    </message>
    <message>
        <source>现在是 {shown}。{hint}</source>
        <translation>現在是 {shown}。{hint}</translation>
    </message>
    <message>
        <source>请按下新的组合，Esc 取消</source>
        <translation>請按下新的組合，Esc 取消</translation>
    </message>
    <message>
        <source>点击更换</source>
        <translation>按一下更換</translation>
    </message>
</context>
<context>
    <name>HotkeyPage</name>
    <message>
        <source>关闭，回到聊天窗口</source>
        <translation>關閉，回到聊天視窗</translation>
    </message>
    <message>
        <source>切换岗位</source>
        <translation>切換職務</translation>
    </message>
    <message>
        <source>只复制</source>
        <translation>只複製</translation>
    </message>
    <message>
        <source>在搜索、分类、列表、预览之间移动</source>
        <translation>在搜尋、分類、清單、預覽之間移動</translation>
    </message>
    <message>
        <source>弹窗里的按键</source>
        <translation>彈出視窗裡的按鍵</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>直接粘贴第几条</source>
        <translation>直接貼上第幾則</translation>
    </message>
    <message>
        <source>粘贴到聊天窗口</source>
        <translation>貼到聊天視窗</translation>
    </message>
    <message>
        <source>粘贴并发送</source>
        <translation>貼上並傳送</translation>
    </message>
    <message>
        <source>置顶，或不再置顶</source>
        <translation>釘選，或不再釘選</translation>
    </message>
    <message>
        <source>改好检查时发现的问题，再粘贴</source>
        <translation>改好檢查時發現的問題，再貼上</translation>
    </message>
</context>
<context>
    <name>HotkeyStep</name>
    <message>
        <source>听到了！以后在任何聊天窗口按 {label} 就行。</source>
        <translation>聽到了！以後在任何聊天視窗按 {label} 就行。</translation>
    </message>
    <message>
        <source>正在听…… 请按 {label}</source>
        <translation>正在聽…… 請按 {label}</translation>
    </message>
    <message>
        <source>现在没有快捷键，请点上面的框换一个。</source>
        <translation>現在沒有快速鍵，請點上面的框換一個。</translation>
    </message>
    <message>
        <source>小二快答在后台等着。在任何聊天窗口按下快捷键，话术就出现在旁边。现在按一次试试：</source>
        <translation>小二快答在背景待命。在任何聊天視窗按下快速鍵，話術就出現在旁邊。現在按一次試試：</translation>
    </message>
</context>
<context>
    <name>ImportMapping</name>
    <message>
        <source>“{fields}”选了两次。</source>
        <translation type="unfinished">「{fields}」選了兩次。</translation>
    </message>
    <message>
        <source>不认识“{file}”的表头。请选每一列是什么，没有用的就忽略；以后导入同样的表不再问。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>忽略</source>
        <translation type="unfinished">忽略</translation>
    </message>
    <message>
        <source>继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选哪一列是话术的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这些列是什么？</source>
        <translation type="unfinished">這些欄是什麼？</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation type="unfinished">（空）</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>{file} · 识别为：{format} · {count} 条话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}”下面</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>、</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>几种格式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入</source>
        <translation type="unfinished">匯入</translation>
    </message>
    <message>
        <source>导入 {count} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入时改写了什么，什么没有带过来。话术的原文会留在备注里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入话术</source>
        <translation type="unfinished">匯入話術</translation>
    </message>
    <message>
        <source>改动和遗漏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改动和遗漏 {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放到哪个分类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件里的分类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在和话术库比较… {percent}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在导入… {percent}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读取… {percent}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有要导入的：都在话术库里了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选一个分类…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重复的也导入</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Gboard 词典</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS 文本替换</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>千牛快捷短语</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>客服宝</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小二快答的导出文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小二快答话术包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表格</source>
        <translation type="unfinished">表格</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>上移</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>上移分类</source>
        <translation>上移分類</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>下移分类</source>
        <translation>下移分類</translation>
    </message>
    <message>
        <source>从未使用的在前</source>
        <translation>從未使用的在前</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>切换窗格</source>
        <translation>切換窗格</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>删除分类</source>
        <translation>刪除分類</translation>
    </message>
    <message>
        <source>历史版本…</source>
        <translation>歷史版本…</translation>
    </message>
    <message>
        <source>原来的顺序</source>
        <translation>原來的順序</translation>
    </message>
    <message>
        <source>回收站…</source>
        <translation>回收筒…</translation>
    </message>
    <message>
        <source>复制一份</source>
        <translation>複製一份</translation>
    </message>
    <message>
        <source>复制到我的话术</source>
        <translation>複製到我的話術</translation>
    </message>
    <message>
        <source>复制正文到剪贴板</source>
        <translation>複製內文到剪貼簿</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>岗位…</source>
        <translation>職務…</translation>
    </message>
    <message>
        <source>常用的在前</source>
        <translation>常用的在前</translation>
    </message>
    <message>
        <source>快过期的在前</source>
        <translation>快過期的在前</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>改标题</source>
        <translation>改標題</translation>
    </message>
    <message>
        <source>改编码</source>
        <translation>改代碼</translation>
    </message>
    <message>
        <source>新建分类</source>
        <translation>新增分類</translation>
    </message>
    <message>
        <source>新建话术</source>
        <translation>新增話術</translation>
    </message>
    <message>
        <source>最近修改的在前</source>
        <translation>最近修改的在前</translation>
    </message>
    <message>
        <source>有效期…</source>
        <translation>有效期…</translation>
    </message>
    <message>
        <source>查找替换…</source>
        <translation>尋找取代…</translation>
    </message>
    <message>
        <source>查找重复…</source>
        <translation>尋找重複…</translation>
    </message>
    <message>
        <source>标签…</source>
        <translation>標籤…</translation>
    </message>
    <message>
        <source>移到分类…</source>
        <translation>移到分類…</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>重命名</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>表格…</source>
        <translation>表格…</translation>
    </message>
    <message>
        <source>安装话术包…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入文件夹…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已安装的话术包…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryColumns</name>
    <message>
        <source>{count} 次</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>{day} 起</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>上次使用</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>使用</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>修改时间</source>
        <translation>修改時間</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>職務</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>至 {day}</source>
        <translation>至 {day}</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>话术库 - 小二快答</source>
        <translation>話術庫 - 小二快答</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>已停用</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lister</name>
    <message>
        <source>{count} 条话术</source>
        <translation>{count} 則話術</translation>
    </message>
    <message>
        <source>{count} 条话术，选中 {chosen} 条</source>
        <translation>{count} 則話術，選中 {chosen} 則</translation>
    </message>
    <message>
        <source>没有找到“{query}”</source>
        <translation>沒有找到「{query}」</translation>
    </message>
    <message>
        <source>点“新建”写一条，或从别处把话术拖到这个分类。</source>
        <translation>點「新增」寫一則，或從別處把話術拖到這個分類。</translation>
    </message>
    <message>
        <source>试试更短的词，或点左侧“全部话术”。</source>
        <translation>試試更短的詞，或點左側「全部話術」。</translation>
    </message>
    <message>
        <source>这里还没有话术</source>
        <translation>這裡還沒有話術</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Alt 加数字</source>
        <translation>Alt 加數字</translation>
    </message>
    <message>
        <source>光标旁</source>
        <translation>游標旁</translation>
    </message>
    <message>
        <source>列表、分类和预览里的文字。</source>
        <translation>清單、分類和預覽裡的文字。</translation>
    </message>
    <message>
        <source>只按数字</source>
        <translation>只按數字</translation>
    </message>
    <message>
        <source>大</source>
        <translation>大</translation>
    </message>
    <message>
        <source>屏幕中央</source>
        <translation>螢幕中央</translation>
    </message>
    <message>
        <source>弹窗与外观</source>
        <translation>彈出視窗與外觀</translation>
    </message>
    <message>
        <source>弹窗位置</source>
        <translation>彈出視窗位置</translation>
    </message>
    <message>
        <source>弹窗大小</source>
        <translation>彈出視窗大小</translation>
    </message>
    <message>
        <source>按数字选</source>
        <translation>按數字選</translation>
    </message>
    <message>
        <source>搜索不用输入法：直接打拼音、首字母或编码就能找到。也可以用输入法打汉字，候选框开着的时候，回车、数字和空格都归输入法。</source>
        <translation>搜尋不用輸入法：直接打拼音、首字母或代碼就能找到。也可以用輸入法打漢字，候選框開著的時候，Enter 鍵、數字鍵和空白鍵都歸輸入法。</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>正在使用的输入法框架是 {name}，弹窗里没有它的插件，打不了汉字。把环境变量 QT_IM_MODULE 设为 ibus 再启动可以解决。</source>
        <translation>正在使用的輸入法架構是 {name}，彈出視窗裡沒有它的外掛程式，打不了漢字。把環境變數 QT_IM_MODULE 設為 ibus 再啟動可以解決。</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>界面</source>
        <translation>介面</translation>
    </message>
    <message>
        <source>聊天程序不告诉光标在哪里时，弹窗出现在鼠标旁。</source>
        <translation>聊天程式不告訴游標在哪裡時，彈出視窗出現在滑鼠旁。</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>输入法</source>
        <translation>輸入法</translation>
    </message>
    <message>
        <source>选“只按数字”时，编码里的数字要按住 Alt 输入。</source>
        <translation>選「只按數字」時，代碼裡的數字要按住 Alt 輸入。</translation>
    </message>
    <message>
        <source>鼠标旁</source>
        <translation>滑鼠旁</translation>
    </message>
</context>
<context>
    <name>MoveSheet</name>
    <message>
        <source>分类</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>分类名</source>
        <translation>分類名</translation>
    </message>
    <message>
        <source>把 {count} 条话术移到：</source>
        <translation>把 {count} 則話術移到：</translation>
    </message>
    <message>
        <source>新建“{path}”</source>
        <translation>新增「{path}」</translation>
    </message>
    <message>
        <source>移到分类</source>
        <translation>移到分類</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>输入分类名查找，或写新分类（上级/下级）</source>
        <translation>輸入分類名稱尋找，或寫新分類（上級/下級）</translation>
    </message>
</context>
<context>
    <name>NameSheet</name>
    <message>
        <source>名字</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>话术里写作 {example}。</source>
        <translation>話術裡寫作 {example}。</translation>
    </message>
</context>
<context>
    <name>OrderBar</name>
    <message>
        <source>Alt+← → 换订单，Alt+退格 不用这个订单</source>
        <translation>Alt+← → 換訂單，Alt+退格 不用這個訂單</translation>
    </message>
    <message>
        <source>没有用订单（有 {count} 个）</source>
        <translation>沒有用訂單（有 {count} 個）</translation>
    </message>
</context>
<context>
    <name>OrderChooser</name>
    <message>
        <source>用这个订单</source>
        <translation>用這個訂單</translation>
    </message>
    <message>
        <source>说的是哪个订单？</source>
        <translation>說的是哪個訂單？</translation>
    </message>
    <message>
        <source>返回</source>
        <translation type="unfinished">返回</translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation type="unfinished">返回清單</translation>
    </message>
    <message>
        <source>这位买家有几个未完成的订单，这条话术要用到其中一个。</source>
        <translation>這位買家有幾個未完成的訂單，這條話術要用到其中一個。</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>選擇</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>{day} 下单</source>
        <translation>{day} 下單</translation>
    </message>
    <message>
        <source>{nick} 的{order}</source>
        <translation>{nick} 的{order}</translation>
    </message>
</context>
<context>
    <name>OrdersFlow</name>
    <message>
        <source>已取消，什么也没有读入。</source>
        <translation>已取消，什麼也沒有讀入。</translation>
    </message>
    <message>
        <source>请在“订单”窗口里选这些列是什么。</source>
        <translation>請在「訂單」視窗裡選這些欄是什麼。</translation>
    </message>
    <message>
        <source>跳过了什么？</source>
        <translation>略過了什麼？</translation>
    </message>
</context>
<context>
    <name>OrdersList</name>
    <message>
        <source>{count} 个订单</source>
        <translation>{count} 個訂單</translation>
    </message>
    <message>
        <source>手机尾号 {tail}</source>
        <translation>手機尾號 {tail}</translation>
    </message>
    <message>
        <source>找到的订单</source>
        <translation>找到的訂單</translation>
    </message>
    <message>
        <source>查订单</source>
        <translation>查訂單</translation>
    </message>
    <message>
        <source>查订单：昵称、订单号、收货人、手机尾号</source>
        <translation>查訂單：暱稱、訂單號、收件人、手機尾號</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>沒有找到</translation>
    </message>
    <message>
        <source>订单 …{tail}</source>
        <translation>訂單 …{tail}</translation>
    </message>
    <message>
        <source>请换昵称、订单号、收货人或手机尾号试试。</source>
        <translation>請換暱稱、訂單號、收件人或手機尾號試試。</translation>
    </message>
    <message>
        <source>读入从后台导出的订单表（CSV、XLSX、XLS），也可以把文件拖到这里。</source>
        <translation>讀入從後台匯出的訂單表（CSV、XLSX、XLS），也可以把檔案拖到這裡。</translation>
    </message>
    <message>
        <source>读入的订单表</source>
        <translation>讀入的訂單表</translation>
    </message>
    <message>
        <source>还没有订单</source>
        <translation>還沒有訂單</translation>
    </message>
    <message>
        <source>{file} 等 {count} 个文件</source>
        <translation>{file} 等 {count} 個檔案</translation>
    </message>
</context>
<context>
    <name>OrdersMapping</name>
    <message>
        <source>“{fields}”选了两次。</source>
        <translation>「{fields}」選了兩次。</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>读入</source>
        <translation>讀入</translation>
    </message>
    <message>
        <source>还不知道哪一列是：{fields}。</source>
        <translation>還不知道哪一欄是：{fields}。</translation>
    </message>
    <message>
        <source>这些列是什么？</source>
        <translation>這些欄是什麼？</translation>
    </message>
    <message>
        <source>这张表里有不认识的列。请选每一列是什么，没有用的就忽略；以后读同样的表不再问。</source>
        <translation>這張表裡有不認識的欄。請選每一欄是什麼，沒有用的就忽略；以後讀同樣的表不再問。</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>OrdersOffers</name>
    <message>
        <source>忽略</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>新的订单表 {file}，要读入吗？</source>
        <translation>新的訂單表 {file}，要讀入嗎？</translation>
    </message>
    <message>
        <source>有 {count} 个新的订单表，要读入吗？</source>
        <translation>有 {count} 個新的訂單表，要讀入嗎？</translation>
    </message>
    <message>
        <source>读入</source>
        <translation>讀入</translation>
    </message>
</context>
<context>
    <name>OrdersProgress</name>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>取消读入</source>
        <translation>取消讀入</translation>
    </message>
    <message>
        <source>正在读入… {percent}%</source>
        <translation>正在讀入… {percent}%</translation>
    </message>
</context>
<context>
    <name>OrdersReport</name>
    <message>
        <source>{file} 第 {rows} 行</source>
        <translation>{file} 第 {rows} 列</translation>
    </message>
    <message>
        <source>{file} 第 {rows} 行等</source>
        <translation>{file} 第 {rows} 列等</translation>
    </message>
    <message>
        <source>{reason}：{count} 行</source>
        <translation>{reason}：{count} 列</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>复制这份报告；里面没有买家的信息</source>
        <translation>複製這份報告；裡面沒有買家的資訊</translation>
    </message>
    <message>
        <source>已复制。</source>
        <translation>已複製。</translation>
    </message>
    <message>
        <source>没有读入的行</source>
        <translation>沒有讀入的列</translation>
    </message>
    <message>
        <source>没有读入的行和原因</source>
        <translation>沒有讀入的列和原因</translation>
    </message>
    <message>
        <source>读入了 {orders} 个订单。</source>
        <translation>讀入了 {orders} 個訂單。</translation>
    </message>
    <message>
        <source>读入了 {orders} 个订单，跳过了 {rows} 行。</source>
        <translation>讀入了 {orders} 個訂單，略過了 {rows} 列。</translation>
    </message>
</context>
<context>
    <name>OrdersSide</name>
    <message>
        <source>不再留意</source>
        <translation>不再留意</translation>
    </message>
    <message>
        <source>不问就读入</source>
        <translation>不問就讀入</translation>
    </message>
    <message>
        <source>后台导出的订单表一般在“下载”文件夹里。有新的订单表时，会问您要不要读入。</source>
        <translation>後台匯出的訂單表一般在「下載」資料夾裡。有新的訂單表時，會問您要不要讀入。</translation>
    </message>
    <message>
        <source>天</source>
        <translation>天</translation>
    </message>
    <message>
        <source>打开以后，退出再启动订单还在：加密存在这台电脑上，密钥在系统的密钥环里，到期自动删除。</source>
        <translation>打開以後，結束再啟動訂單還在：加密存在這台電腦上，金鑰在系統的金鑰圈裡，到期自動刪除。</translation>
    </message>
    <message>
        <source>没有留意文件夹。</source>
        <translation>沒有留意資料夾。</translation>
    </message>
    <message>
        <source>现在删除</source>
        <translation>現在刪除</translation>
    </message>
    <message>
        <source>留意文件夹</source>
        <translation>留意資料夾</translation>
    </message>
    <message>
        <source>真的删除？</source>
        <translation>真的刪除？</translation>
    </message>
    <message>
        <source>订单会记住。</source>
        <translation>訂單會記住。</translation>
    </message>
    <message>
        <source>订单记住几天</source>
        <translation>訂單記住幾天</translation>
    </message>
    <message>
        <source>记住的订单已经删除。</source>
        <translation>記住的訂單已經刪除。</translation>
    </message>
    <message>
        <source>记住的订单已经删除。现在读入的还在内存里。</source>
        <translation>記住的訂單已經刪除。現在讀入的還在記憶體裡。</translation>
    </message>
    <message>
        <source>记住订单</source>
        <translation>記住訂單</translation>
    </message>
    <message>
        <source>选文件夹…</source>
        <translation>選資料夾…</translation>
    </message>
    <message>
        <source>留意哪个文件夹？</source>
        <translation>留意哪個資料夾？</translation>
    </message>
</context>
<context>
    <name>OrdersWindow</name>
    <message>
        <source>{count} 个订单</source>
        <translation>{count} 個訂單</translation>
    </message>
    <message>
        <source>已清空。</source>
        <translation>已清空。</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>真的清空？</source>
        <translation>真的清空？</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>订单表 (*.csv *.xlsx *.xls)</source>
        <translation>訂單表 (*.csv *.xlsx *.xls)</translation>
    </message>
    <message>
        <source>读入</source>
        <translation>讀入</translation>
    </message>
    <message>
        <source>读入订单表</source>
        <translation>讀入訂單表</translation>
    </message>
    <message>
        <source>读入订单表…</source>
        <translation>讀入訂單表…</translation>
    </message>
    <message>
        <source>跳过了什么？</source>
        <translation>略過了什麼？</translation>
    </message>
</context>
<context>
    <name>OrdersWords</name>
    <message>
        <source>京东</source>
        <translation>京東</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>已關閉</translation>
    </message>
    <message>
        <source>已发货</source>
        <translation>已出貨</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>已签收</source>
        <translation>已簽收</translation>
    </message>
    <message>
        <source>待付款</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>待发货</source>
        <translation>待出貨</translation>
    </message>
    <message>
        <source>抖店</source>
        <translation>抖店</translation>
    </message>
    <message>
        <source>拼多多</source>
        <translation>拼多多</translation>
    </message>
    <message>
        <source>淘宝 / 天猫</source>
        <translation>淘寶 / 天貓</translation>
    </message>
    <message>
        <source>退款中</source>
        <translation>退款中</translation>
    </message>
</context>
<context>
    <name>OriginBar</name>
    <message>
        <source>查看</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>这条话术的原话有更新。</source>
        <translation>這則話術的原話有更新。</translation>
    </message>
</context>
<context>
    <name>OriginSheet</name>
    <message>
        <source>不改，下次原话再更新时再提醒</source>
        <translation>不改，下次原話再更新時再提醒</translation>
    </message>
    <message>
        <source>两边的修改都要；都改过的地方保留您的</source>
        <translation>兩邊的修改都要；都改過的地方保留您的</translation>
    </message>
    <message>
        <source>保留我的</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>划掉的是您的写法，下划线的是原话现在的写法。</source>
        <translation>劃掉的是您的寫法，底線的是原話現在的寫法。</translation>
    </message>
    <message>
        <source>原话有更新</source>
        <translation>原話有更新</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>放弃您的修改，以后跟着原话走</source>
        <translation>放棄您的修改，以後跟著原話走</translation>
    </message>
    <message>
        <source>用原话</source>
        <translation>用原話</translation>
    </message>
</context>
<context>
    <name>Origins</name>
    <message>
        <source>“{title}”保留我的写法</source>
        <translation>「{title}」保留我的寫法</translation>
    </message>
    <message>
        <source>“{title}”合并原话的修改</source>
        <translation>「{title}」合併原話的修改</translation>
    </message>
    <message>
        <source>“{title}”用原话</source>
        <translation>「{title}」用原話</translation>
    </message>
    <message>
        <source>已合并；有 {count} 处两边都改了，保留了您的写法。</source>
        <translation>已合併；有 {count} 處兩邊都改了，保留了您的寫法。</translation>
    </message>
</context>
<context>
    <name>PackSheet</name>
    <message>
        <source>{count} 个附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 张表格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>信任这个签名…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>冲突</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>冲突 {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另有 {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>安装</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>安装“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>安装话术包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经装好了这个版本。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我已经向制作者核对过，仍然安装</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按检查规则发现的问题；不影响安装，可以请制作者修改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换回旧版本 {version}（现在装的是 {installed}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更新</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更新“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查发现 {count} 处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在安装… {percent}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读取和检查话术包… {percent}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名和内容对不上，不能安装。请向制作者重新要一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码或快捷键和别的话术相同，两条都在，用的时候请看清楚。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先勾选上面的确认。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacksSheet</name>
    <message>
        <source>{count} 条话术</source>
        <translation type="unfinished">{count} 則話術</translation>
    </message>
    <message>
        <source>卸载</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>团队做好的话术包装在这里。您自己的修改在更新和卸载时都会留下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>安装…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消，什么也没有变。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已安装的话术包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复成安装之前的样子（Delete）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished">復原</translation>
    </message>
    <message>
        <source>撤销刚才的卸载</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在卸载… {percent}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>点“安装…”选一个 .xiaoer 文件，或把它拖进话术库窗口。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用文件更新…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>真的卸载？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有装话术包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择一个话术包文件（Ctrl+O）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择新版本的话术包文件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>下一项</source>
        <translation>下一項</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>换栏</source>
        <translation>換欄</translation>
    </message>
    <message>
        <source>直接粘贴</source>
        <translation>直接貼上</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>粘贴并发送</source>
        <translation>貼上並傳送</translation>
    </message>
    <message>
        <source>置顶</source>
        <translation>釘選</translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation>返回清單</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>上下键选择，Shift 或 Ctrl 选多条，F2 改标题，右侧显示全部说法</source>
        <translation>上下鍵選擇，Shift 或 Ctrl 選多則，F2 改標題，右側顯示全部說法</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>工具</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>搜索话术</source>
        <translation>搜尋話術</translation>
    </message>
    <message>
        <source>搜索话术、编码、标签…（Ctrl+F）</source>
        <translation>搜尋話術、代碼、標籤…（Ctrl+F）</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>新建话术（Ctrl+N）</source>
        <translation>新增話術（Ctrl+N）</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>话术列表</source>
        <translation>話術清單</translation>
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>取走文字</source>
        <translation>取走文字</translation>
    </message>
    <message>
        <source>回到聊天</source>
        <translation>回到聊天</translation>
    </message>
    <message>
        <source>存好剪贴板</source>
        <translation>存好剪貼簿</translation>
    </message>
    <message>
        <source>松开按键</source>
        <translation>鬆開按鍵</translation>
    </message>
    <message>
        <source>每一步成功了就马上继续，这里是最多等多久；电脑或聊天程序很慢时才需要加大。等不到就不粘贴，文字留在剪贴板里，并告诉您原因。1000 毫秒等于 1 秒。</source>
        <translation>每一步成功了就馬上繼續，這裡是最多等多久；電腦或聊天程式很慢時才需要加大。等不到就不貼上，文字留在剪貼簿裡，並告訴您原因。1000 毫秒等於 1 秒。</translation>
    </message>
    <message>
        <source>毫秒</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>等您原来复制的内容存好，粘贴后原样放回。</source>
        <translation>等您原來複製的內容存好，貼上後原樣放回。</translation>
    </message>
    <message>
        <source>等您松开 Ctrl、Alt、回车等键，以免混进粘贴的按键里。</source>
        <translation>等您鬆開 Ctrl、Alt、Enter 等按鍵，以免混進貼上的按鍵裡。</translation>
    </message>
    <message>
        <source>等聊天窗口取走要粘贴的文字。</source>
        <translation>等聊天視窗取走要貼上的文字。</translation>
    </message>
    <message>
        <source>等聊天窗口重新回到前面。</source>
        <translation>等聊天視窗重新回到前面。</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>貼上</translation>
    </message>
</context>
<context>
    <name>PasteStep</name>
    <message>
        <source>快捷键</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>打开练习聊天</source>
        <translation>開啟練習聊天</translation>
    </message>
    <message>
        <source>收到了！就是这么用。您现在可以开始接待买家了。</source>
        <translation>收到了！就是這麼用。您現在可以開始接待買家了。</translation>
    </message>
    <message>
        <source>旁边是练习聊天，说什么都不会发给真的买家。
1. 点一下练习聊天的输入框，按 {label}
2. 上下键挑一句问候，或打拼音找，例如 zh
3. 按回车，话术就粘贴到输入框里</source>
        <translation>旁邊是練習聊天，說什麼都不會發給真的買家。
1. 點一下練習聊天的輸入框，按 {label}
2. 上下鍵挑一句問候，或打拼音找，例如 zh
3. 按 Enter 鍵，話術就會貼到輸入框裡</translation>
    </message>
    <message>
        <source>等您粘贴……</source>
        <translation>等您貼上……</translation>
    </message>
</context>
<context>
    <name>PhraseCommands</name>
    <message>
        <source>{title}（副本）</source>
        <translation>{title}（副本）</translation>
    </message>
    <message>
        <source>删除 {count} 条话术</source>
        <translation>刪除 {count} 則話術</translation>
    </message>
    <message>
        <source>复制 {count} 条到我的话术</source>
        <translation>複製 {count} 則到我的話術</translation>
    </message>
    <message>
        <source>复制 {count} 条话术</source>
        <translation>複製 {count} 則話術</translation>
    </message>
    <message>
        <source>恢复“{title}”的旧版本</source>
        <translation>還原「{title}」的舊版本</translation>
    </message>
    <message>
        <source>按列排序或搜索时不能改顺序，请先清空搜索、点“查看 › 原来的顺序”。</source>
        <translation>按列排序或搜尋時不能改順序，請先清空搜尋、點「檢視 › 原來的順序」。</translation>
    </message>
    <message>
        <source>改 {count} 条的岗位</source>
        <translation>改 {count} 則的職務</translation>
    </message>
    <message>
        <source>改 {count} 条的有效期</source>
        <translation>改 {count} 則的有效期</translation>
    </message>
    <message>
        <source>改 {count} 条的标签</source>
        <translation>改 {count} 則的標籤</translation>
    </message>
    <message>
        <source>改标题为“{text}”</source>
        <translation>改標題為「{text}」</translation>
    </message>
    <message>
        <source>改编码为“{text}”</source>
        <translation>改代碼為「{text}」</translation>
    </message>
    <message>
        <source>新建“{title}”</source>
        <translation>新增「{title}」</translation>
    </message>
    <message>
        <source>替换“{find}”（{count} 处）</source>
        <translation>取代「{find}」（{count} 處）</translation>
    </message>
    <message>
        <source>标题不能是空的。</source>
        <translation>標題不能是空的。</translation>
    </message>
    <message>
        <source>移动 {count} 条到“{name}”</source>
        <translation>移動 {count} 則到「{name}」</translation>
    </message>
    <message>
        <source>调整 {count} 条的顺序</source>
        <translation>調整 {count} 則的順序</translation>
    </message>
</context>
<context>
    <name>PhraseDelegate</name>
    <message>
        <source>过期</source>
        <translation>過期</translation>
    </message>
</context>
<context>
    <name>PhraseEditor</name>
    <message>
        <source>已保存</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>{why}再按一次 Esc 就放弃修改。</source>
        <translation>{why}再按一次 Esc 就放棄修改。</translation>
    </message>
    <message>
        <source>刚才的修改没有保存：{why}</source>
        <translation>剛才的修改沒有儲存：{why}</translation>
    </message>
</context>
<context>
    <name>PhraseFacts</name>
    <message>
        <source>不用</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>专用快捷键</source>
        <translation>專用快速鍵</translation>
    </message>
    <message>
        <source>例如：处理售后 › 退换货</source>
        <translation>例如：處理售後 › 退換貨</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>去掉专用快捷键</source>
        <translation>移除專用快速鍵</translation>
    </message>
    <message>
        <source>备注，只给客服看</source>
        <translation>備註，只給客服看</translation>
    </message>
    <message>
        <source>岗位（不选就是都能用）</source>
        <translation>職務（不選就是都能用）</translation>
    </message>
    <message>
        <source>总是只复制</source>
        <translation>一律只複製</translation>
    </message>
    <message>
        <source>总是只粘贴</source>
        <translation>一律只貼上</translation>
    </message>
    <message>
        <source>总是粘贴并发送</source>
        <translation>一律貼上並傳送</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>有效期开始</source>
        <translation>有效期開始</translation>
    </message>
    <message>
        <source>有效期结束</source>
        <translation>有效期結束</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>照按下的键：粘贴或发送</source>
        <translation>照按下的鍵：貼上或傳送</translation>
    </message>
    <message>
        <source>选中以后</source>
        <translation>選中以後</translation>
    </message>
    <message>
        <source>停用：只留在话术库里</source>
        <translation>停用：只留在話術庫裡</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>PhraseList</name>
    <message>
        <source>上下键选择，回车粘贴，Alt 加数字直接粘贴</source>
        <translation>上下鍵選擇，Enter 鍵貼上，Alt 加數字直接貼上</translation>
    </message>
    <message>
        <source>话术列表</source>
        <translation>話術清單</translation>
    </message>
</context>
<context>
    <name>PhrasePreview</name>
    <message>
        <source>发送前会问：{names}</source>
        <translation>傳送前會問：{names}</translation>
    </message>
    <message>
        <source>在哪个聊天程序里预览</source>
        <translation>在哪個聊天程式裡預覽</translation>
    </message>
    <message>
        <source>用哪个订单预览</source>
        <translation>用哪個訂單預覽</translation>
    </message>
    <message>
        <source>内容改好后这里会显示。</source>
        <translation>範本改好後這裡會更新。</translation>
    </message>
</context>
<context>
    <name>PracticeChat</name>
    <message>
        <source>发送</source>
        <translation>傳送</translation>
    </message>
    <message>
        <source>对方正在输入…</source>
        <translation>對方正在輸入…</translation>
    </message>
    <message>
        <source>我</source>
        <translation>我</translation>
    </message>
    <message>
        <source>按 {hotkey} 呼出话术</source>
        <translation>按 {hotkey} 叫出話術</translation>
    </message>
    <message>
        <source>练习对象，说什么都不会发给真的买家</source>
        <translation>練習對象，說什麼都不會發給真的買家</translation>
    </message>
    <message>
        <source>聊天记录</source>
        <translation>聊天紀錄</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>复制</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>待补 {count} 项：{names}</source>
        <translation>待補 {count} 項：{names}</translation>
    </message>
    <message>
        <source>措辞 {which}</source>
        <translation>措辭 {which}</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>粘贴并发送</source>
        <translation>貼上並傳送</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>粘贴前有 {count} 处要看一眼</source>
        <translation>貼上前有 {count} 處要看一眼</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>使用记录</source>
        <translation>使用紀錄</translation>
    </message>
    <message>
        <source>修改历史</source>
        <translation>修改歷史</translation>
    </message>
    <message>
        <source>出错时查原因用，只有编号和数字。</source>
        <translation>出錯時查原因用，只有編號和數字。</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>哪条话术什么时候用过，用来排序；没有内容，也没有买家。</source>
        <translation>哪則話術什麼時候用過，用來排序；沒有內容，也沒有買家。</translation>
    </message>
    <message>
        <source>图片和文件</source>
        <translation>圖片和檔案</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>已删除：{what}。</source>
        <translation>已刪除：{what}。</translation>
    </message>
    <message>
        <source>您自己的话术，和最近的修改。</source>
        <translation>您自己的話術，和最近的修改。</translation>
    </message>
    <message>
        <source>搜索索引</source>
        <translation>搜尋索引</translation>
    </message>
    <message>
        <source>搜过却没有结果的词，提醒您补话术；含买家信息的不记。</source>
        <translation>搜過卻沒有結果的詞，提醒您補話術；含買家資訊的不記。</translation>
    </message>
    <message>
        <source>没找到的词</source>
        <translation>沒找到的詞</translation>
    </message>
    <message>
        <source>真的删除？</source>
        <translation>真的刪除？</translation>
    </message>
    <message>
        <source>让搜索更快，删掉会自动重建。</source>
        <translation>讓搜尋更快，刪掉會自動重建。</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>话术库</source>
        <translation>話術庫</translation>
    </message>
    <message>
        <source>话术库其他日子的样子。</source>
        <translation>話術庫其他日子的樣子。</translation>
    </message>
    <message>
        <source>话术每次修改以前的样子。</source>
        <translation>話術每次修改以前的樣子。</translation>
    </message>
    <message>
        <source>话术里的附件。</source>
        <translation>話術裡的附件。</translation>
    </message>
    <message>
        <source>运行日志</source>
        <translation>執行紀錄</translation>
    </message>
    <message>
        <source>这个窗口里的选择。</source>
        <translation>這個視窗裡的選擇。</translation>
    </message>
    <message>
        <source>隐私</source>
        <translation>隱私</translation>
    </message>
    <message>
        <source>只在您打开“记住订单”时才有，加密存放，到期自动删除。</source>
        <translation>只在您打開「記住訂單」時才有，加密存放，到期自動刪除。</translation>
    </message>
    <message>
        <source>所有数据都只在这台电脑上。买家的昵称、订单和您为买家填写的内容只在内存里，退出就没有了，不写进任何文件；只有您打开“记住订单”，订单才加密存下来。粘贴时剪贴板里的内容标记为隐私，不进剪贴板历史。</source>
        <translation>所有資料都只在這台電腦上。買家的暱稱、訂單和您為買家填寫的內容只在記憶體裡，結束就沒有了，不寫進任何檔案；只有您打開「記住訂單」，訂單才加密存下來。貼上時剪貼簿裡的內容標記為隱私，不進剪貼簿歷史。</translation>
    </message>
    <message>
        <source>记住的订单</source>
        <translation>記住的訂單</translation>
    </message>
</context>
<context>
    <name>ProgramsPage</name>
    <message>
        <source>{name} · 已改</source>
        <translation>{name} · 已改</translation>
    </message>
    <message>
        <source>保留换行</source>
        <translation>保留換行</translation>
    </message>
    <message>
        <source>发送之前</source>
        <translation>傳送之前</translation>
    </message>
    <message>
        <source>发送的按键</source>
        <translation>傳送的按鍵</translation>
    </message>
    <message>
        <source>取走文字</source>
        <translation>取走文字</translation>
    </message>
    <message>
        <source>合成一行</source>
        <translation>合成一行</translation>
    </message>
    <message>
        <source>多数程序是 Ctrl+V，终端常是 Ctrl+Shift+V 或 Shift+Insert。</source>
        <translation>多數程式是 Ctrl+V，終端機常是 Ctrl+Shift+V 或 Shift+Insert。</translation>
    </message>
    <message>
        <source>它取走文字后安静这么久，才把原来的剪贴板放回去。</source>
        <translation>它取走文字後安靜這麼久，才把原來的剪貼簿放回去。</translation>
    </message>
    <message>
        <source>小二快答试粘贴：第一行
第二行，收到请忽略</source>
        <translation>小二快答試貼上：第一行
第二行，收到請忽略</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>還原預設值</translation>
    </message>
    <message>
        <source>按 Ctrl+Enter 粘贴并发送时，粘贴后按的键。</source>
        <translation>按 Ctrl+Enter 貼上並傳送時，貼上後按的鍵。</translation>
    </message>
    <message>
        <source>换行</source>
        <translation>換行</translation>
    </message>
    <message>
        <source>换行会把一条话术拆成几条发出时，选“合成一行”。</source>
        <translation>換行會把一則話術拆成幾則發出時，選「合成一行」。</translation>
    </message>
    <message>
        <source>最多等它取走要粘贴的文字。</source>
        <translation>最多等它取走要貼上的文字。</translation>
    </message>
    <message>
        <source>毫秒</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>点按钮后三秒内点到聊天窗口的输入框，示例会按上面的设置粘贴过去，不会发送；不换窗口就粘贴到这里。</source>
        <translation>點按鈕後三秒內點到聊天視窗的輸入框，範例會按上面的設定貼過去，不會傳送；不換視窗就會貼到這裡。</translation>
    </message>
    <message>
        <source>粘贴之后</source>
        <translation>貼上之後</translation>
    </message>
    <message>
        <source>粘贴后等这么久再按发送的键。</source>
        <translation>貼上後等這麼久再按傳送的鍵。</translation>
    </message>
    <message>
        <source>粘贴成功，用了 {ms} 毫秒。</source>
        <translation>貼上成功，用了 {ms} 毫秒。</translation>
    </message>
    <message>
        <source>粘贴的按键</source>
        <translation>貼上的按鍵</translation>
    </message>
    <message>
        <source>聊天程序</source>
        <translation>聊天程式</translation>
    </message>
    <message>
        <source>聊天程序的粘贴方式一般不用改。某个程序粘贴不上、发不出去或分成了几条，在这里单独为它设置。</source>
        <translation>聊天程式的貼上方式一般不用改。某個程式貼不上、發不出去或分成了幾則，在這裡單獨為它設定。</translation>
    </message>
    <message>
        <source>试一试</source>
        <translation>試一試</translation>
    </message>
    <message>
        <source>教小二认买家…</source>
        <translation>教小二認買家…</translation>
    </message>
    <message>
        <source>窗口标题里有买家的名字、弹窗却没认出来或认错时，在标题里选一次，以后就认得。</source>
        <translation>視窗標題裡有買家的名字、彈窗卻沒認出來或認錯時，在標題裡選一次，以後就認得。</translation>
    </message>
    <message>
        <source>认买家</source>
        <translation>認買家</translation>
    </message>
</context>
<context>
    <name>RemarkBox</name>
    <message>
        <source>改动和遗漏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 {count} 条，复制后可以看到全部</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>要注意的地方</source>
        <translation>要注意的地方</translation>
    </message>
    <message>
        <source>还有 {count} 处</source>
        <translation>還有 {count} 處</translation>
    </message>
</context>
<context>
    <name>RemarkSheet</name>
    <message>
        <source>复制</source>
        <translation type="unfinished">複製</translation>
    </message>
    <message>
        <source>复制整份清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已复制。</source>
        <translation type="unfinished">已複製。</translation>
    </message>
</context>
<context>
    <name>ReplaceSheet</name>
    <message>
        <source>{count} 处，在 {phrases} 条话术里{more}</source>
        <translation>{count} 處，在 {phrases} 則話術裡{more}</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>区分大小写</source>
        <translation>區分大小寫</translation>
    </message>
    <message>
        <source>在 {count} 条话术中查找；勾选的地方才会替换，可以撤销。</source>
        <translation>在 {count} 則話術中尋找；勾選的地方才會取代，可以復原。</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>替换 {count} 处</source>
        <translation>取代 {count} 處</translation>
    </message>
    <message>
        <source>替换为</source>
        <translation>取代為</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>查找替换</source>
        <translation>尋找取代</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>正在查找… {done:.0%}</source>
        <translation>正在尋找… {done:.0%}</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>內文</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>沒有找到</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>（只列出前面这些）</source>
        <translation>（只列出前面這些）</translation>
    </message>
</context>
<context>
    <name>RoleSheet</name>
    <message>
        <source>其他</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>職務</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>套用</translation>
    </message>
    <message>
        <source>这 {count} 条话术给哪些岗位用？一个都不选，就是所有岗位。</source>
        <translation>這 {count} 則話術給哪些職務用？一個都不選，就是所有職務。</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>停用</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>下面自己添加的词语。</source>
        <translation>下面自己新增的詞語。</translation>
    </message>
    <message>
        <source>不在有效期</source>
        <translation>不在有效期</translation>
    </message>
    <message>
        <source>不检查</source>
        <translation>不檢查</translation>
    </message>
    <message>
        <source>伤人的话。</source>
        <translation>傷人的話。</translation>
    </message>
    <message>
        <source>保证、永久、一定能到等容易引起投诉的说法。</source>
        <translation>保證、永久、一定能到等容易引起投訴的說法。</translation>
    </message>
    <message>
        <source>做不到的承诺</source>
        <translation>做不到的承諾</translation>
    </message>
    <message>
        <source>别人的订单</source>
        <translation>別人的訂單</translation>
    </message>
    <message>
        <source>别处的表情代码</source>
        <translation>別處的表情代碼</translation>
    </message>
    <message>
        <source>加微信、私下转账、好评返现等平台会处罚的说法。</source>
        <translation>加微信、私下轉帳、好評返現等平台會處罰的說法。</translation>
    </message>
    <message>
        <source>同样的话今天已经发给过这位买家。</source>
        <translation>同樣的話今天已經發給過這位買家。</translation>
    </message>
    <message>
        <source>听起来像拒绝或责备，没有给出下一步。</source>
        <translation>聽起來像拒絕或責備，沒有給出下一步。</translation>
    </message>
    <message>
        <source>回复里有完整的手机号或座机号，话术本身并没有要它。</source>
        <translation>回覆裡有完整的手機號或市話號碼，話術本身並沒有要它。</translation>
    </message>
    <message>
        <source>回复里有完整的收货地址，话术本身并没有要它。</source>
        <translation>回覆裡有完整的收貨地址，話術本身並沒有要它。</translation>
    </message>
    <message>
        <source>回复里还留着 〔订单号〕、{{ }} 这样的记号。</source>
        <translation>回覆裡還留著 〔订单号〕、{{ }} 這樣的記號。</translation>
    </message>
    <message>
        <source>在这个聊天程序里只会显示成文字。</source>
        <translation>在這個聊天程式裡只會顯示成文字。</translation>
    </message>
    <message>
        <source>填好以后没有可发的内容。</source>
        <translation>填好以後沒有可發的內容。</translation>
    </message>
    <message>
        <source>太长</source>
        <translation>太長</translation>
    </message>
    <message>
        <source>完整地址</source>
        <translation>完整地址</translation>
    </message>
    <message>
        <source>完整电话</source>
        <translation>完整電話</translation>
    </message>
    <message>
        <source>广告禁用语</source>
        <translation>廣告禁用語</translation>
    </message>
    <message>
        <source>引到平台外</source>
        <translation>引到平台外</translation>
    </message>
    <message>
        <source>弹窗打开以后，聊天窗口换了买家。</source>
        <translation>彈窗打開以後，聊天視窗換了買家。</translation>
    </message>
    <message>
        <source>换了对话</source>
        <translation>換了對話</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>最、第一、国家级等广告法不允许的说法。</source>
        <translation>最、第一、國家級等廣告法不允許的說法。</translation>
    </message>
    <message>
        <source>没填好的地方</source>
        <translation>沒填好的地方</translation>
    </message>
    <message>
        <source>生硬的话</source>
        <translation>生硬的話</translation>
    </message>
    <message>
        <source>用到的订单不是眼前这位买家的。</source>
        <translation>用到的訂單不是眼前這位買家的。</translation>
    </message>
    <message>
        <source>禁止</source>
        <translation>禁止</translation>
    </message>
    <message>
        <source>空的回复</source>
        <translation>空的回覆</translation>
    </message>
    <message>
        <source>自己的敏感词</source>
        <translation>自己的敏感詞</translation>
    </message>
    <message>
        <source>表情太多</source>
        <translation>表情太多</translation>
    </message>
    <message>
        <source>话术过期了，或者还没到可以用的日子。</source>
        <translation>話術過期了，或者還沒到可以用的日子。</translation>
    </message>
    <message>
        <source>超过聊天程序一条消息的字数。</source>
        <translation>超過聊天程式一則訊息的字數。</translation>
    </message>
    <message>
        <source>超过聊天程序一条消息的表情个数。</source>
        <translation>超過聊天程式一則訊息的表情個數。</translation>
    </message>
    <message>
        <source>辱骂</source>
        <translation>辱罵</translation>
    </message>
    <message>
        <source>重复发送</source>
        <translation>重複傳送</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>{level}，不能放宽</source>
        <translation>{level}，不能放寬</translation>
    </message>
    <message>
        <source>发送前检查</source>
        <translation>傳送前檢查</translation>
    </message>
    <message>
        <source>回复里出现这些词语时会提醒；填了“换成什么”，就能一键改好。</source>
        <translation>回覆裡出現這些詞語時會提醒；填了「換成什麼」，就能一鍵改好。</translation>
    </message>
    <message>
        <source>团队已经添加：{words}</source>
        <translation>團隊已經新增：{words}</translation>
    </message>
    <message>
        <source>团队要求</source>
        <translation>團隊要求</translation>
    </message>
    <message>
        <source>团队要求至少“{level}”。</source>
        <translation>團隊要求至少「{level}」。</translation>
    </message>
    <message>
        <source>每条回复粘贴前都会检查一遍。“提醒”会先给您看，可以一键改好，也可以仍然粘贴；“禁止”则必须改好。团队定下的规则带锁，只能更严。</source>
        <translation>每則回覆貼上前都會檢查一遍。「提醒」會先給您看，可以一鍵改好，也可以仍然貼上；「禁止」則必須改好。團隊定下的規則帶鎖，只能更嚴。</translation>
    </message>
    <message>
        <source>添加词语</source>
        <translation>新增詞語</translation>
    </message>
    <message>
        <source>自己的敏感词</source>
        <translation>自己的敏感詞</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>搜索话术</source>
        <translation>搜尋話術</translation>
    </message>
    <message>
        <source>搜索话术、编码、标签…</source>
        <translation>搜尋話術、代碼、標籤…</translation>
    </message>
    <message>
        <source>输入文字或编码筛选，回车粘贴，Esc 关闭</source>
        <translation>輸入文字或代碼篩選，Enter 鍵貼上，Esc 關閉</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>关闭</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>小二快答设置</source>
        <translation>小二快答設定</translation>
    </message>
    <message>
        <source>设置分类</source>
        <translation>設定分類</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>关闭</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>{word}，您好，欢迎光临{shop}{agent}。今天 {cutoff} 前付款当天{courier}发出，有问题随时找{own}～</source>
        <translation>{word}，您好，歡迎光臨{shop}{agent}。今天 {cutoff} 前付款當天{courier}發出，有問題隨時找{own}～</translation>
    </message>
    <message>
        <source>亲</source>
        <translation>親</translation>
    </message>
    <message>
        <source>例如 9:00-23:00。</source>
        <translation>例如 9:00-23:00。</translation>
    </message>
    <message>
        <source>例如 亲、客官、您。</source>
        <translation>例如 親、客官、您。</translation>
    </message>
    <message>
        <source>例如 小二、小店、客服。</source>
        <translation>例如 小二、小店、客服。</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>在线时间</source>
        <translation>服務時間</translation>
    </message>
    <message>
        <source>客服自称</source>
        <translation>客服自稱</translation>
    </message>
    <message>
        <source>小二</source>
        <translation>小二</translation>
    </message>
    <message>
        <source>小店</source>
        <translation>小店</translation>
    </message>
    <message>
        <source>店铺</source>
        <translation>店鋪</translation>
    </message>
    <message>
        <source>店铺与客服</source>
        <translation>店鋪與客服</translation>
    </message>
    <message>
        <source>店铺名</source>
        <translation>店鋪名</translation>
    </message>
    <message>
        <source>您的花名</source>
        <translation>您的花名</translation>
    </message>
    <message>
        <source>我</source>
        <translation>我</translation>
    </message>
    <message>
        <source>我的店铺</source>
        <translation>我的店鋪</translation>
    </message>
    <message>
        <source>截单时间</source>
        <translation>截單時間</translation>
    </message>
    <message>
        <source>收件人、电话和地址写成一行。</source>
        <translation>收件人、電話和地址寫成一行。</translation>
    </message>
    <message>
        <source>新店铺</source>
        <translation>新店鋪</translation>
    </message>
    <message>
        <source>添加店铺</source>
        <translation>新增店鋪</translation>
    </message>
    <message>
        <source>由{name}</source>
        <translation>由{name}</translation>
    </message>
    <message>
        <source>真的删除？</source>
        <translation>真的刪除？</translation>
    </message>
    <message>
        <source>称呼买家</source>
        <translation>稱呼買家</translation>
    </message>
    <message>
        <source>窗口标题里有</source>
        <translation>視窗標題裡有</translation>
    </message>
    <message>
        <source>聊天窗口的标题里有这些字就用这家店，几个词用逗号隔开；空着就按店铺名认。</source>
        <translation>聊天視窗的標題裡有這些字就用這家店，幾個詞用逗號隔開；空著就按店鋪名認。</translation>
    </message>
    <message>
        <source>话术里用到的固定内容，在这里填一次就好。开了几家店，就按聊天窗口的标题自动选用。</source>
        <translation>話術裡用到的固定內容，在這裡填一次就好。開了幾家店，就按聊天視窗的標題自動選用。</translation>
    </message>
    <message>
        <source>这个时间以前付款当天发货，例如 16:00。</source>
        <translation>這個時間以前付款當天出貨，例如 16:00。</translation>
    </message>
    <message>
        <source>退货地址</source>
        <translation>退貨地址</translation>
    </message>
    <message>
        <source>默认快递</source>
        <translation>預設宅配</translation>
    </message>
    <message>
        <source>（没有名字）</source>
        <translation>（沒有名字）</translation>
    </message>
    <message>
        <source>，我是{name}</source>
        <translation>，我是{name}</translation>
    </message>
    <message>
        <source>付款后几天内可以价保。</source>
        <translation>付款後幾天內可以價保。</translation>
    </message>
    <message>
        <source>价保天数</source>
        <translation>價保天數</translation>
    </message>
    <message>
        <source>签收后几天内可以退货，话术里的“可退货”按它计算。</source>
        <translation>簽收後幾天內可以退貨，話術裡的「可退貨」按它計算。</translation>
    </message>
    <message>
        <source>签收后质保多少天；没有质保就空着。</source>
        <translation>簽收後保固多少天；沒有保固就空著。</translation>
    </message>
    <message>
        <source>质保天数</source>
        <translation>保固天數</translation>
    </message>
    <message>
        <source>退货天数</source>
        <translation>退貨天數</translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>全部</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>職務</translation>
    </message>
    <message>
        <source>店铺名</source>
        <translation>店鋪名</translation>
    </message>
    <message>
        <source>弹窗先列出这个岗位的话术。</source>
        <translation>彈出視窗先列出這個職務的話術。</translation>
    </message>
    <message>
        <source>您的花名</source>
        <translation>您的花名</translation>
    </message>
    <message>
        <source>话术里的店铺名和花名会自动填上。不填也行，以后在设置里改。</source>
        <translation>話術裡的店鋪名和花名會自動填上。不填也行，以後在設定裡改。</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>可以填的内容</source>
        <translation>可以填的內容</translation>
    </message>
</context>
<context>
    <name>TableCommands</name>
    <message>
        <source>CSV 文件 (*.csv)</source>
        <translation>CSV 檔案 (*.csv)</translation>
    </message>
    <message>
        <source>删除表格</source>
        <translation>刪除表格</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>导入表格</source>
        <translation>匯入表格</translation>
    </message>
    <message>
        <source>导出表格</source>
        <translation>匯出表格</translation>
    </message>
    <message>
        <source>已删除“{name}”，按 Ctrl+Z 可以找回来。</source>
        <translation>已刪除「{name}」，按 Ctrl+Z 可以找回來。</translation>
    </message>
    <message>
        <source>已导入 {count} 个表格，请看看每一列是条件还是结果。</source>
        <translation>已匯入 {count} 個表格，請看看每一欄是條件還是結果。</translation>
    </message>
    <message>
        <source>已经有这个名字的表格。</source>
        <translation>已經有這個名稱的表格。</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>新建表格</source>
        <translation>新增表格</translation>
    </message>
    <message>
        <source>新表格</source>
        <translation>新表格</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>表格文件 (*.csv *.xlsx *.xls)</source>
        <translation>表格檔案 (*.csv *.xlsx *.xls)</translation>
    </message>
</context>
<context>
    <name>TablesActions</name>
    <message>
        <source>上移</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>从 Excel、CSV 导入…</source>
        <translation>從 Excel、CSV 匯入…</translation>
    </message>
    <message>
        <source>切换窗格</source>
        <translation>切換窗格</translation>
    </message>
    <message>
        <source>列名和用途…</source>
        <translation>欄名和用途…</translation>
    </message>
    <message>
        <source>删除这一列</source>
        <translation>刪除這一欄</translation>
    </message>
    <message>
        <source>删除这个表格</source>
        <translation>刪除這個表格</translation>
    </message>
    <message>
        <source>删除选中的行</source>
        <translation>刪除選取的列</translation>
    </message>
    <message>
        <source>到下一处问题</source>
        <translation>到下一處問題</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>剪下</translation>
    </message>
    <message>
        <source>右移</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>在上面插入一行</source>
        <translation>在上面插入一列</translation>
    </message>
    <message>
        <source>在下面插入一行</source>
        <translation>在下面插入一列</translation>
    </message>
    <message>
        <source>在右边插入一列…</source>
        <translation>在右邊插入一欄…</translation>
    </message>
    <message>
        <source>在左边插入一列…</source>
        <translation>在左邊插入一欄…</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>导出成 CSV…</source>
        <translation>匯出成 CSV…</translation>
    </message>
    <message>
        <source>左移</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>恢复成原来的内容</source>
        <translation>還原成原來的內容</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>改名…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>新建表格…</source>
        <translation>新增表格…</translation>
    </message>
    <message>
        <source>清空格子</source>
        <translation>清空儲存格</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>TablesEditing</name>
    <message>
        <source>恢复成原来的内容</source>
        <translation>還原成原來的內容</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>TablesPanes</name>
    <message>
        <source>{count} 处问题</source>
        <translation>{count} 處問題</translation>
    </message>
    <message>
        <source>列</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>复制写法</source>
        <translation>複製寫法</translation>
    </message>
    <message>
        <source>新建表格</source>
        <translation>新增表格</translation>
    </message>
    <message>
        <source>新建表格（Ctrl+N）</source>
        <translation>新增表格（Ctrl+N）</translation>
    </message>
    <message>
        <source>方向键移动，直接输入修改，回车到下一行，F6 切换窗格</source>
        <translation>方向鍵移動，直接輸入修改，Enter 到下一列，F6 切換窗格</translation>
    </message>
    <message>
        <source>有 {count} 处可以看看，已在格子里标出。F8 到下一处。</source>
        <translation>有 {count} 處可以看看，已在儲存格裡標出。F8 到下一處。</translation>
    </message>
    <message>
        <source>有 {count} 处问题，已在格子里标出。F8 到下一处。</source>
        <translation>有 {count} 處問題，已在儲存格裡標出。F8 到下一處。</translation>
    </message>
    <message>
        <source>没有发现问题。改动会自动保存。</source>
        <translation>沒有發現問題。修改會自動儲存。</translation>
    </message>
    <message>
        <source>行</source>
        <translation>列</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>表格内容</source>
        <translation>表格內容</translation>
    </message>
    <message>
        <source>还没有表格。点“新建表格”，或从 Excel、CSV 导入。</source>
        <translation>還沒有表格。點「新增表格」，或從 Excel、CSV 匯入。</translation>
    </message>
</context>
<context>
    <name>TablesWindow</name>
    <message>
        <source>已复制 {text}，粘贴到话术里就能用。</source>
        <translation>已複製 {text}，貼到話術裡就能用。</translation>
    </message>
    <message>
        <source>表格 - 小二快答</source>
        <translation>表格 - 小二快答</translation>
    </message>
    <message>
        <source>要有条件列和结果列才能查。</source>
        <translation>要有條件欄和結果欄才能查。</translation>
    </message>
</context>
<context>
    <name>TablesWords</name>
    <message>
        <source>例如 155-160、70以上、3kg以内、&lt;50。单位写在列名里，像 体重(kg)，买家说斤也能换算。</source>
        <translation>例如 155-160、70以上、3kg以內、&lt;50。單位寫在欄名裡，像 體重(kg)，買家說斤也能換算。</translation>
    </message>
    <message>
        <source>例如 满99、199、399。按达到的最高一档。</source>
        <translation>例如 滿99、199、399。按達到的最高一檔。</translation>
    </message>
    <message>
        <source>和第 {other} 行一样，可以删掉一行。</source>
        <translation>和第 {other} 列一樣，可以刪掉一列。</translation>
    </message>
    <message>
        <source>和第 {other} 行之间有空当，落在中间的会先问您。</source>
        <translation>和第 {other} 列之間有空缺，落在中間的會先問您。</translation>
    </message>
    <message>
        <source>和第 {other} 行有重叠，重叠的部分会先问您。</source>
        <translation>和第 {other} 列有重疊，重疊的部分會先問您。</translation>
    </message>
    <message>
        <source>和第 {other} 行条件一样，结果却不同，会先问您。</source>
        <translation>和第 {other} 列條件一樣，結果卻不同，會先問您。</translation>
    </message>
    <message>
        <source>团队的</source>
        <translation>團隊的</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>已改成自己的</source>
        <translation>已改成自己的</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>文字要一样才算。一格可以写几个，用顿号隔开；写“其他”就是其余的全部。</source>
        <translation>文字要一樣才算。一格可以寫幾個，用頓號隔開；寫「其他」就是其餘的全部。</translation>
    </message>
    <message>
        <source>有两列叫同一个名字。</source>
        <translation>有兩欄叫同一個名稱。</translation>
    </message>
    <message>
        <source>条件：地区</source>
        <translation>條件：地區</translation>
    </message>
    <message>
        <source>条件：数字范围</source>
        <translation>條件：數字範圍</translation>
    </message>
    <message>
        <source>条件：文字</source>
        <translation>條件：文字</translation>
    </message>
    <message>
        <source>条件：满多少</source>
        <translation>條件：滿多少</translation>
    </message>
    <message>
        <source>查到以后填进话术的内容，随便写什么。</source>
        <translation>查到以後填進話術的內容，寫什麼都可以。</translation>
    </message>
    <message>
        <source>没有写单位，请写成 体重(kg) 或 体重(斤)。</source>
        <translation>沒有寫單位，請寫成 體重(kg) 或 體重(斤)。</translation>
    </message>
    <message>
        <source>满额</source>
        <translation>滿額</translation>
    </message>
    <message>
        <source>第 {row} 行：{sentence}</source>
        <translation>第 {row} 列：{sentence}</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>结果是空的，会先问您。</source>
        <translation>結果是空的，會先問您。</translation>
    </message>
    <message>
        <source>自己的</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>自带的示例</source>
        <translation>內建的範例</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>还没有条件列：至少要有一列用来查。</source>
        <translation>還沒有條件欄：至少要有一欄用來查。</translation>
    </message>
    <message>
        <source>还没有结果列：至少要有一列是查到的内容。</source>
        <translation>還沒有結果欄：至少要有一欄是查到的內容。</translation>
    </message>
    <message>
        <source>这一列没有名字。</source>
        <translation>這一欄沒有名稱。</translation>
    </message>
    <message>
        <source>这一格是空的，这一行查不到；不限就写“不限”。</source>
        <translation>這一格是空的，這一列查不到；不限就寫「不限」。</translation>
    </message>
    <message>
        <source>这一格看不懂，这一行查不到。</source>
        <translation>這一格看不懂，這一列查不到。</translation>
    </message>
    <message>
        <source>例如 浙江、江浙沪、浙江省杭州市、全国（不含港澳台）、其他。写到市的比写到省的优先。</source>
        <translation>例如 浙江、江浙沪、浙江省杭州市、全国（不含港澳台）、其他。寫到市的比寫到省的優先。</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>标签 {tag}，按删除键去掉</source>
        <translation>標籤 {tag}，按刪除鍵移除</translation>
    </message>
    <message>
        <source>点一下去掉这个标签</source>
        <translation>點一下移除這個標籤</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>加标签</source>
        <translation>加標籤</translation>
    </message>
    <message>
        <source>加标签，回车确定</source>
        <translation>加標籤，Enter 鍵確定</translation>
    </message>
</context>
<context>
    <name>TagSheet</name>
    <message>
        <source>加上</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>套用</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>现有：{tags}</source>
        <translation>現有：{tags}</translation>
    </message>
    <message>
        <source>给 {count} 条话术加上或去掉标签，几个标签用逗号隔开。</source>
        <translation>給 {count} 則話術加上或移除標籤，幾個標籤用逗號隔開。</translation>
    </message>
</context>
<context>
    <name>TargetChip</name>
    <message>
        <source>粘贴到 {target}</source>
        <translation>貼到 {target}</translation>
    </message>
    <message>
        <source>买家不对？点这里教小二认（Ctrl+T）</source>
        <translation>買家不對？點這裡教小二認（Ctrl+T）</translation>
    </message>
</context>
<context>
    <name>TastePage</name>
    <message>
        <source>不限</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>職務</translation>
    </message>
    <message>
        <source>岗位与语气</source>
        <translation>職務與語氣</translation>
    </message>
    <message>
        <source>弹窗先列出这个岗位的话术。</source>
        <translation>彈出視窗先列出這個職務的話術。</translation>
    </message>
    <message>
        <source>话术有多种语言的说法时优先用哪一种。</source>
        <translation>話術有多種語言的說法時優先用哪一種。</translation>
    </message>
    <message>
        <source>话术有这种说法时优先用它。</source>
        <translation>話術有這種說法時優先用它。</translation>
    </message>
    <message>
        <source>话术语言</source>
        <translation>話術語言</translation>
    </message>
    <message>
        <source>语气</source>
        <translation>語氣</translation>
    </message>
</context>
<context>
    <name>TeachSheet</name>
    <message>
        <source>“{nick}”不会是买家的名字，请选中别的字。</source>
        <translation>「{nick}」不會是買家的名字，請選取別的字。</translation>
    </message>
    <message>
        <source>买家：{nick}</source>
        <translation>買家：{nick}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>其他标题</source>
        <translation>其他標題</translation>
    </message>
    <message>
        <source>同样的办法用在这个程序的其他标题上（点一条可以改用它来教）：</source>
        <translation>同樣的辦法用在這個程式的其他標題上（點一條可以改用它來教）：</translation>
    </message>
    <message>
        <source>在窗口标题里选中买家的名字：按住鼠标划过，或按 Shift+方向键；双击选中一段。</source>
        <translation>在視窗標題裡選取買家的名字：按住滑鼠劃過，或按 Shift+方向鍵；按兩下選取一段。</translation>
    </message>
    <message>
        <source>忘掉教过的</source>
        <translation>忘掉教過的</translation>
    </message>
    <message>
        <source>教小二认买家</source>
        <translation>教小二認買家</translation>
    </message>
    <message>
        <source>没有买家</source>
        <translation>沒有買家</translation>
    </message>
    <message>
        <source>窗口标题</source>
        <translation>視窗標題</translation>
    </message>
    <message>
        <source>聊天程序</source>
        <translation>聊天程式</translation>
    </message>
    <message>
        <source>还没有见过聊天窗口：先在聊天窗口里呼出一次小二快答，再来教。</source>
        <translation>還沒有見過聊天視窗：先在聊天視窗裡呼出一次小二快答，再來教。</translation>
    </message>
    <message>
        <source>这个程序教过，但这次还没有见过它的窗口。</source>
        <translation>這個程式教過，但這次還沒有見過它的視窗。</translation>
    </message>
    <message>
        <source>这个程序的标题又按小二原来的办法认</source>
        <translation>這個程式的標題又按小二原來的辦法認</translation>
    </message>
    <message>
        <source>这个程序的窗口标题里从来没有买家的名字</source>
        <translation>這個程式的視窗標題裡從來沒有買家的名字</translation>
    </message>
    <message>
        <source>这个窗口里没有买家</source>
        <translation>這個視窗裡沒有買家</translation>
    </message>
    <message>
        <source>选中的字里认不出买家：请只选名字，网页标题里还要留下别的字。</source>
        <translation>選取的字裡認不出買家：請只選名字，網頁標題裡還要留下別的字。</translation>
    </message>
    <message>
        <source>（整个标题都当作名字）</source>
        <translation>（整個標題都當作名字）</translation>
    </message>
    <message>
        <source>现在认不出买家，请选中名字。</source>
        <translation>現在認不出買家，請選取名字。</translation>
    </message>
    <message>
        <source>现在认的买家：{nick}</source>
        <translation>現在認的買家：{nick}</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>专业</source>
        <translation>專業</translation>
    </message>
    <message>
        <source>亲切</source>
        <translation>親切</translation>
    </message>
    <message>
        <source>千牛 / 旺旺</source>
        <translation>千牛 / 旺旺</translation>
    </message>
    <message>
        <source>售中</source>
        <translation>售中</translation>
    </message>
    <message>
        <source>售前</source>
        <translation>售前</translation>
    </message>
    <message>
        <source>售后</source>
        <translation>售後</translation>
    </message>
    <message>
        <source>当前窗口</source>
        <translation>目前視窗</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>技术</source>
        <translation>技術</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>抖店飞鸽</source>
        <translation>抖店飛鴿</translation>
    </message>
    <message>
        <source>抖店飞鸽（网页）</source>
        <translation>抖店飛鴿（網頁）</translation>
    </message>
    <message>
        <source>活泼</source>
        <translation>活潑</translation>
    </message>
    <message>
        <source>练习聊天</source>
        <translation>練習聊天</translation>
    </message>
    <message>
        <source>终端</source>
        <translation>終端機</translation>
    </message>
    <message>
        <source>网页聊天</source>
        <translation>網頁聊天</translation>
    </message>
    <message>
        <source>已发货的订单</source>
        <translation>已出貨的訂單</translation>
    </message>
    <message>
        <source>已签收的订单</source>
        <translation>已簽收的訂單</translation>
    </message>
    <message>
        <source>待付款的订单</source>
        <translation>待付款的訂單</translation>
    </message>
    <message>
        <source>待发货的订单</source>
        <translation>待出貨的訂單</translation>
    </message>
    <message>
        <source>没有订单</source>
        <translation>沒有訂單</translation>
    </message>
    <message>
        <source>退款中的订单</source>
        <translation>退款中的訂單</translation>
    </message>
    <message>
        <source>京东咚咚</source>
        <translation>京東咚咚</translation>
    </message>
    <message>
        <source>京东咚咚（网页）</source>
        <translation>京東咚咚（網頁）</translation>
    </message>
    <message>
        <source>企业微信</source>
        <translation>企業微信</translation>
    </message>
    <message>
        <source>千牛 / 旺旺（网页）</source>
        <translation>千牛 / 旺旺（網頁）</translation>
    </message>
    <message>
        <source>微信小程序</source>
        <translation>微信小程式</translation>
    </message>
    <message>
        <source>拼多多</source>
        <translation>拼多多</translation>
    </message>
    <message>
        <source>拼多多（网页）</source>
        <translation>拼多多（網頁）</translation>
    </message>
    <message>
        <source>钉钉</source>
        <translation>釘釘</translation>
    </message>
    <message>
        <source>飞书</source>
        <translation>飛書</translation>
    </message>
</context>
<context>
    <name>TrashSheet</name>
    <message>
        <source>{count} 条</source>
        <translation>{count} 則</translation>
    </message>
    <message>
        <source>{verb}（{count} 条）</source>
        <translation>{verb}（{count} 則）</translation>
    </message>
    <message>
        <source>不再留在回收站（Delete）</source>
        <translation>不再留在回收筒（Delete）</translation>
    </message>
    <message>
        <source>删掉的话术在这里，随时可以恢复。按住 Ctrl 或 Shift 可以选多条。</source>
        <translation>刪掉的話術在這裡，隨時可以還原。按住 Ctrl 或 Shift 可以選多則。</translation>
    </message>
    <message>
        <source>回收站</source>
        <translation>回收筒</translation>
    </message>
    <message>
        <source>回收站是空的。</source>
        <translation>回收筒是空的。</translation>
    </message>
    <message>
        <source>回收站里的话术</source>
        <translation>回收筒裡的話術</translation>
    </message>
    <message>
        <source>彻底删除</source>
        <translation>徹底刪除</translation>
    </message>
    <message>
        <source>彻底删除回收站里的全部话术</source>
        <translation>徹底刪除回收筒裡的全部話術</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>放回原来的分类（回车）</source>
        <translation>放回原來的分類（Enter）</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>清空回收站</source>
        <translation>清空回收筒</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>小二快答</source>
        <translation>小二快答</translation>
    </message>
    <message>
        <source>快捷键已暂停</source>
        <translation>快速鍵已暫停</translation>
    </message>
    <message>
        <source>打开小二快答</source>
        <translation>開啟小二快答</translation>
    </message>
    <message>
        <source>按 {hotkey} 或</source>
        <translation>按 {hotkey} 或</translation>
    </message>
    <message>
        <source>暂停快捷键</source>
        <translation>暫停快速鍵</translation>
    </message>
    <message>
        <source>练习聊天</source>
        <translation>練習聊天</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>话术库</source>
        <translation>話術庫</translation>
    </message>
    <message>
        <source>请</source>
        <translation>請</translation>
    </message>
    <message>
        <source>这个桌面没有托盘区，小二快答已在后台运行。{how}运行 xiaoer popup 打开，设置用 xiaoer settings。</source>
        <translation>這個桌面沒有系統匣，小二快答已在背景執行。{how}執行 xiaoer popup 開啟，設定用 xiaoer settings。</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>订单…</source>
        <translation>訂單…</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>{left} 秒后粘贴…</source>
        <translation>{left} 秒後貼上…</translation>
    </message>
    <message>
        <source>三秒后试粘贴</source>
        <translation>三秒後試貼上</translation>
    </message>
    <message>
        <source>试粘贴的输入框</source>
        <translation>試貼上的輸入框</translation>
    </message>
</context>
<context>
    <name>TryLine</name>
    <message>
        <source>填好条件，看看话术里会写什么。</source>
        <translation>填好條件，看看話術裡會寫什麼。</translation>
    </message>
    <message>
        <source>条件太多，这里试不了。</source>
        <translation>條件太多，這裡試不了。</translation>
    </message>
    <message>
        <source>没有查到：发送前会先问您，不会乱填。</source>
        <translation>沒有查到：送出前會先問您，不會亂填。</translation>
    </message>
    <message>
        <source>要有条件列和结果列才能查。</source>
        <translation>要有條件欄和結果欄才能查。</translation>
    </message>
    <message>
        <source>试一试</source>
        <translation>試一試</translation>
    </message>
</context>
<context>
    <name>WordLine</name>
    <message>
        <source>删除</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>删除敏感词</source>
        <translation>刪除敏感詞</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>换成什么（可以不填）</source>
        <translation>換成什麼（可以不填）</translation>
    </message>
    <message>
        <source>词语</source>
        <translation>詞語</translation>
    </message>
</context>
<context>
    <name>WordingTabs</name>
    <message>
        <source>Ctrl+Tab 换一种说法，Alt+左右 调整顺序</source>
        <translation>Ctrl+Tab 換一種說法，Alt+左右 調整順序</translation>
    </message>
    <message>
        <source>说法</source>
        <translation>說法</translation>
    </message>
    <message>
        <source>通用</source>
        <translation>一般</translation>
    </message>
</context>
<context>
    <name>WordingTools</name>
    <message>
        <source>加入图片或文件，也可以直接拖进来或粘贴</source>
        <translation>加入圖片或檔案，也可以直接拖進來或貼上</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>插入买家、订单、店铺的内容  Ctrl+J</source>
        <translation>插入買家、訂單、店鋪的內容  Ctrl+J</translation>
    </message>
    <message>
        <source>插入表情  Ctrl+E</source>
        <translation>插入表情符號  Ctrl+E</translation>
    </message>
    <message>
        <source>表情</source>
        <translation>表情符號</translation>
    </message>
    <message>
        <source>语气</source>
        <translation>語氣</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>通用语气</source>
        <translation>通用語氣</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>附件</translation>
    </message>
</context>
<context>
    <name>WordingsEditor</name>
    <message>
        <source>再写一种说法  Ctrl+T</source>
        <translation>再寫一種說法  Ctrl+T</translation>
    </message>
    <message>
        <source>写下要对买家说的话。输入 {{ 选字段，{% 选表情和条件。</source>
        <translation>寫下要對買家說的話。輸入 {{ 選欄位，{% 選表情符號和條件。</translation>
    </message>
    <message>
        <source>删除这种说法</source>
        <translation>刪除這種說法</translation>
    </message>
    <message>
        <source>前移	Alt+左</source>
        <translation>前移	Alt+左</translation>
    </message>
    <message>
        <source>后移	Alt+右</source>
        <translation>後移	Alt+右</translation>
    </message>
    <message>
        <source>复制、移动、删除这种说法</source>
        <translation>複製、移動、刪除這種說法</translation>
    </message>
    <message>
        <source>复制一份	Ctrl+D</source>
        <translation>複製一份	Ctrl+D</translation>
    </message>
    <message>
        <source>话术内容</source>
        <translation>話術內容</translation>
    </message>
    <message>
        <source>这种说法</source>
        <translation>這種說法</translation>
    </message>
    <message>
        <source>＋ 说法</source>
        <translation>＋ 說法</translation>
    </message>
</context>
<context>
    <name>WordingsView</name>
    <message>
        <source>说法 {number}</source>
        <translation>說法 {number}</translation>
    </message>
    <message>
        <source>这条话术的全部说法</source>
        <translation>這則話術的全部說法</translation>
    </message>
</context>
<context>
    <name>_Bubble</name>
    <message>
        <source>小二快答的消息</source>
        <translation>小二快答的訊息</translation>
    </message>
</context>
<context>
    <name>_Date</name>
    <message>
        <source>zh_CN</source>
        <translation>zh_TW</translation>
    </message>
</context>
<context>
    <name>_Dots</name>
    <message>
        <source>第 {at} 步，共 {count} 步</source>
        <translation>第 {at} 步，共 {count} 步</translation>
    </message>
</context>
<context>
    <name>_HitDelegate</name>
    <message>
        <source>标题</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>內文</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>代碼</translation>
    </message>
</context>
<context>
    <name>_Input</name>
    <message>
        <source>回复输入框</source>
        <translation>回覆輸入框</translation>
    </message>
    <message>
        <source>在这里回复买家，Enter 发送，Shift+Enter 换行</source>
        <translation>在這裡回覆買家，Enter 傳送，Shift+Enter 換行</translation>
    </message>
</context>
<context>
    <name>_Result</name>
    <message>
        <source>{count} 处有改动或没有带过来：</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>停用</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>注意</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
