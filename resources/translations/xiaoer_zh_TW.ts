<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="zh_CN">
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>“{name}”已经在附件里了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加入图片或文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在加入附件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>{when} 的备份和现在一样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已恢复到 {when} 的样子，可以在话术库里撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复 {when} 的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最新的备份就是现在的样子，不用再备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每次启动和每改 50 次，话术库会自动备份：最近的全部留着，再往前每小时、每天、每月各留一份。恢复只改您自己的话术，当作一步修改，可以在话术库里撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>真的恢复？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有备份。自己写过话术之后就会有。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CategoryCommands</name>
    <message>
        <source>分类“{old}”改名为“{new}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除分类“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除分类“{name}”？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新分类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新分类 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建分类“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移动分类“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>里面的 {count} 条话术会移到回收站，可以恢复。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CategoryModel</name>
    <message>
        <source>{name}，{count} 条</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CategoryTree</name>
    <message>
        <source>全部话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术分类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择一个分类，只看其中的话术</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>团队</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自带</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>过期</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>没有程序能打开文件夹，它在 {place}。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>zh_CN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开日历  Alt+下</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaysSheet</name>
    <message>
        <source>从</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年-月-日，例如 2026-06-18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期写成 2026-06-18 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结束的日子在开始之前。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这 {count} 条话术从哪天起、到哪天止可以用？留空就是不限。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>填好店铺信息后复制到剪贴板（Ctrl+Enter）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注：{note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>内容相同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>差异</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DuplicatesSheet</name>
    <message>
        <source>{count} 组重复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} · {count} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容相同或几乎相同的话术。选中要留下的那条，再合并或只留它；都可以撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除 1 条重复话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除 {count} 条重复话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除选中的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只留选中的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合并 {count} 条重复话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合并到选中的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同组其他话术移到回收站</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完全相同</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把同组其他话术的说法、标签、岗位并进来，其余移到回收站</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把选中的这条移到回收站</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找重复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在比较… {done:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有重复的话术。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>相似 {share:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 {count} 组</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重复的话术</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>{label}，已完成。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤销：{label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已重做：{label}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmoticonPicker</name>
    <message>
        <source>不显示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪家的表情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>微信</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抖音</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜表情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜表情：微笑、wx、smile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旺旺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这个表情。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>颜文字</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>填好了，粘贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补全信息</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填写“{label}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条话术里还缺以下内容，填好后直接粘贴。同一位买家只需填一次。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>{count} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他分类或岗位里有 {count} 条。
点左侧“全部话术”或上方“全部”查看。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在托盘菜单打开“话术库”，新建一条或导入话术包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在整理话术…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到“{query}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试试更短的词或编码。用空格隔开的几个词要同时出现。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有话术</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>提醒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>禁止粘贴</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>仍然粘贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴前请看一眼</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有粘贴任何内容。确认无误可以继续。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有粘贴任何内容。请返回换一条话术，或先修改它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条回复不能粘贴</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>下一步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先按一次快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您是哪家店的客服？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>欢迎使用小二快答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴第一条话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跳过引导</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>提示</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>开机启动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键、店铺和第一次粘贴，不到一分钟。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有程序能打开文件夹，请在文件管理器里自己进入上面的位置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登录桌面后自动在后台运行，快捷键随时可用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术、设置和使用记录都在这里，备份时复制整个文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新看一遍</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>首次引导</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>马上生效。话术用什么语言在“岗位与语气”里设置。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>已复制到剪贴板。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有粘贴：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条话术还缺内容，请按回车填好再用。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只看这个岗位的话术（Ctrl+R 切换）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位：{role}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>“{title}”的历史</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以前的版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>左边是每次修改之前的样子；右边划掉的是后来没有了的，下划线的是后来加上的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复这一版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条话术还没有改过。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>要替换的地方</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotkeyChooser</name>
    <message>
        <source>{label} 已被其他程序占用，仍用原来的快捷键。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>呼出弹窗</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在任何聊天窗口按下它，话术弹窗就出现；再按一次关闭。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已改为 {label}，现在就能用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改用这个快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请换一个组合。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这几个现在空着，点一下就换：</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotkeyEdit</name>
    <message>
        <source>“{label}”打字时要用，不能作快捷键，请加上 Ctrl、Alt 或 Super。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再按一个键…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>点击后按下新的组合</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在是 {shown}。{hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请按下新的组合，Esc 取消</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotkeyPage</name>
    <message>
        <source>关闭，回到聊天窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>切换岗位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只复制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在搜索、分类、列表、预览之间移动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弹窗里的按键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>直接粘贴第几条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴到聊天窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴并发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>置顶，或不再置顶</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotkeyStep</name>
    <message>
        <source>听到了！以后在任何聊天窗口按 {label} 就行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小二快答在后台等着。在任何聊天窗口按下快捷键，话术就出现在旁边。现在按一次，看它听不听得到：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在听…… 请按 {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在没有快捷键，请点上面的框换一个。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>正在导入…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术库 - 小二快答</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Alt 加数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>光标旁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列表、分类和预览里的文字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只按数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>屏幕中央</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弹窗与外观</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弹窗位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弹窗大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按数字选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜索不用输入法：直接打拼音、首字母或编码就能找到。也可以用输入法打汉字，候选框开着的时候，回车、数字和空格都归输入法。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在使用的输入法框架是 {name}，弹窗里没有它的插件，打不了汉字。把环境变量 QT_IM_MODULE 设为 ibus 再启动可以解决。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>浅色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>深色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特大</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>界面</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>聊天程序不告诉光标在哪里时，弹窗出现在鼠标旁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选“只按数字”时，编码里的数字要按住 Alt 输入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鼠标旁</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveSheet</name>
    <message>
        <source>分类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分类名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把 {count} 条话术移到：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建“{path}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移到分类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入分类名查找，或写新分类（上级/下级）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewSheet</name>
    <message>
        <source>分类：{place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OriginBar</name>
    <message>
        <source>查看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条话术的原话有更新。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OriginSheet</name>
    <message>
        <source>不改，下次原话再更新时再提醒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两边的修改都要；都改过的地方保留您的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留我的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>划掉的是您的写法，下划线的是原话现在的写法。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原话有更新</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合并</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃您的修改，以后跟着原话走</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用原话</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Origins</name>
    <message>
        <source>“{title}”保留我的写法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”合并原话的修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”用原话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已合并；有 {count} 处两边都改了，保留了您的写法。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>下一项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换栏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>直接粘贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴并发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>置顶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>上下键选择，Shift 或 Ctrl 选多条，F2 改标题，右侧显示全部说法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工具</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜索话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜索话术、编码、标签…（Ctrl+F）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建话术（Ctrl+N）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编辑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术列表</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>取走文字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回到聊天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存好剪贴板</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>松开按键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每一步成功了就马上继续，这里是最多等多久；电脑或聊天程序很慢时才需要加大。等不到就不粘贴，文字留在剪贴板里，并告诉您原因。1000 毫秒等于 1 秒。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>毫秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等您原来复制的内容存好，粘贴后原样放回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等您松开 Ctrl、Alt、回车等键，以免混进粘贴的按键里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等聊天窗口取走要粘贴的文字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等聊天窗口重新回到前面。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasteStep</name>
    <message>
        <source>快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开练习聊天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到了！就是这么用。您现在可以开始接待买家了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旁边是练习聊天，说什么都不会发给真的买家。
1. 点一下练习聊天的输入框，按 {label}
2. 上下键挑一句问候，或打拼音找，例如 zh
3. 按回车，话术就粘贴到输入框里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等您粘贴……</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhraseCommands</name>
    <message>
        <source>{title}（副本）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除 {count} 条话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制 {count} 条到我的话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制 {count} 条话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复“{title}”的旧版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按列排序或搜索时不能改顺序，请先清空搜索、点“查看 › 原来的顺序”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改 {count} 条的岗位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改 {count} 条的有效期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改 {count} 条的标签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改标题为“{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改编码为“{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>替换“{find}”（{count} 处）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题不能是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移动 {count} 条到“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>调整 {count} 条的顺序</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhraseDelegate</name>
    <message>
        <source>过期</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhraseEditor</name>
    <message>
        <source>{why}再按一次 Esc 就不保存了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 种说法是空的，写上内容或删掉它就会保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有内容，写好要说的话就会保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有标题，写好标题就会保存。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhraseFacts</name>
    <message>
        <source>不用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专用快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例如：处理售后 › 退换货</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉专用快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注，只给客服看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位（不选就是都能用）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总是只复制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总是只粘贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总是粘贴并发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期开始</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期结束</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照按下的键：粘贴或发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中以后</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhraseList</name>
    <message>
        <source>上下键选择，回车粘贴，Alt 加数字直接粘贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术列表</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhrasePreview</name>
    <message>
        <source>发送前会问：{names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在哪个聊天程序里预览</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>模板改好后这里会更新。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用哪个订单预览</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeChat</name>
    <message>
        <source>发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方正在输入…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按 {hotkey} 呼出话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>练习对象，说什么都不会发给真的买家</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>聊天记录</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>复制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待补 {count} 项：{names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>措辞 {which}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴并发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预览</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>使用记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改历史</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出错时查原因用，只有编号和数字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪条话术什么时候用过，用来排序；没有内容，也没有买家。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片和文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已删除：{what}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您自己的话术，和最近的修改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所有数据都只在这台电脑上。买家的昵称、订单和您为买家填写的内容只在内存里，退出就没有了，不写进任何文件。粘贴时剪贴板里的内容标记为隐私，不进剪贴板历史。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜索索引</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜过却没有结果的词，提醒您补话术；含买家信息的不记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没找到的词</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>真的删除？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>让搜索更快，删掉会自动重建。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术库</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术库其他日子的样子。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术每次修改以前的样子。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术里的附件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>运行日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个窗口里的选择。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>隐私</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgramsPage</name>
    <message>
        <source>{name} · 已改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留换行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送之前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送的按键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取走文字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合成一行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多数程序是 Ctrl+V，终端常是 Ctrl+Shift+V 或 Shift+Insert。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>它取走文字后安静这么久，才把原来的剪贴板放回去。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小二快答试粘贴：第一行
第二行，收到请忽略</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按 Ctrl+Enter 粘贴并发送时，粘贴后按的键。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换行会把一条话术拆成几条发出时，选“合成一行”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最多等它取走要粘贴的文字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>毫秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>点按钮后三秒内点到聊天窗口的输入框，示例会按上面的设置粘贴过去，不会发送；不换窗口就粘贴到这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴之后</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴后等这么久再按发送的键。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴成功，用了 {ms} 毫秒。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴的按键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>聊天程序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>聊天程序的粘贴方式一般不用改。某个程序粘贴不上、发不出去或分成了几条，在这里单独为它设置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试一试</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>要注意的地方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 {count} 处</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplaceSheet</name>
    <message>
        <source>{count} 处，在 {phrases} 条话术里{more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>区分大小写</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在 {count} 条话术中查找；勾选的地方才会替换，可以撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>替换</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>替换 {count} 处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>替换为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找替换</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在查找… {done:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（只列出前面这些）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoleSheet</name>
    <message>
        <source>其他</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这 {count} 条话术给哪些岗位用？一个都不选，就是所有岗位。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>搜索话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>搜索话术、编码、标签…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入文字或编码筛选，回车粘贴，Esc 关闭</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小二快答设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设置分类</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>{word}，您好，欢迎光临{shop}{agent}。今天 {cutoff} 前付款当天{courier}发出，有问题随时找{own}～</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>亲</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例如 9:00-23:00。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例如 亲、客官、您。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例如 小二、小店、客服。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在线时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>客服自称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小二</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小店</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>店铺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>店铺与客服</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>店铺名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的花名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我的店铺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>截单时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件人、电话和地址写成一行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新店铺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>添加店铺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>真的删除？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>称呼买家</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>窗口标题里有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>聊天窗口的标题里有这些字就用这家店，几个词用逗号隔开；空着就按店铺名认。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术里用到的固定内容，在这里填一次就好。开了几家店，就按聊天窗口的标题自动选用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个时间以前付款当天发货，例如 16:00。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退货地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>默认快递</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（没有名字）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>，我是{name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>店铺名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弹窗先列出这个岗位的话术。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的花名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术里的店铺名和花名会自动填上。不填也行，以后在设置里改。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>可以填的内容</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>标签 {tag}，按删除键去掉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>点一下去掉这个标签</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>加标签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加标签，回车确定</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagSheet</name>
    <message>
        <source>加上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现有：{tags}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>给 {count} 条话术加上或去掉标签，几个标签用逗号隔开。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetChip</name>
    <message>
        <source>粘贴到 {target}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TastePage</name>
    <message>
        <source>不限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位与语气</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弹窗先列出这个岗位的话术。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术有多种语言的说法时优先用哪一种。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术有这种说法时优先用它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术语言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>语气</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>专业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>亲切</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>千牛 / 旺旺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>售中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>售前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>售后</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当前窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>微信</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>技术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>投诉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抖店飞鸽</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抖店飞鸽（网页）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>活泼</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>练习聊天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终端</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>网页聊天</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrashSheet</name>
    <message>
        <source>{count} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb}（{count} 条）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再留在回收站（Delete）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删掉的话术在这里，随时可以恢复。按住 Ctrl 或 Shift 可以选多条。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回收站</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回收站是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回收站里的话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>彻底删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>彻底删除回收站里的全部话术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放回原来的分类（回车）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清空回收站</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>小二快答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键已暂停</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开小二快答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按 {hotkey} 或</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂停快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>练习聊天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设置…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术库</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个桌面没有托盘区，小二快答已在后台运行。{how}运行 xiaoer popup 打开，设置用 xiaoer settings。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>{left} 秒后粘贴…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>三秒后试粘贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试粘贴的输入框</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordingTabs</name>
    <message>
        <source>Ctrl+Tab 换一种说法，Alt+左右 调整顺序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通用</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordingTools</name>
    <message>
        <source>加入图片或文件，也可以直接拖进来或粘贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>插入买家、订单、店铺的内容  Ctrl+J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>插入表情  Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表情</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>语气</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>语言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通用语气</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordingsEditor</name>
    <message>
        <source>再写一种说法  Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写下要对买家说的话。输入 {{ 选字段，{% 选表情和条件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除这种说法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前移	Alt+左</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>后移	Alt+右</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制、移动、删除这种说法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制一份	Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话术内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这种说法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>＋ 说法</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordingsView</name>
    <message>
        <source>说法 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条话术的全部说法</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Bubble</name>
    <message>
        <source>小二快答的消息</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Date</name>
    <message>
        <source>zh_CN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Dots</name>
    <message>
        <source>第 {at} 步，共 {count} 步</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_HitDelegate</name>
    <message>
        <source>标题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Input</name>
    <message>
        <source>回复输入框</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在这里回复买家，Enter 发送，Shift+Enter 换行</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
