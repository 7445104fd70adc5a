<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>ArrivalSheet</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>复制改动和遗漏的清单（Ctrl+Shift+C）</source>
        <translation>Copy the list of changes and omissions (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>已复制。</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>把刚才的都撤销，一步完成（Ctrl+Z）</source>
        <translation>Take all of it back in one step (Ctrl+Z)</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>正在撤销…</source>
        <translation>Undoing…</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>安装话术包</source>
        <translation>Install a pack</translation>
    </message>
    <message>
        <source>导入文件夹</source>
        <translation>Import a folder</translation>
    </message>
    <message>
        <source>导入话术</source>
        <translation>Import phrases</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>话术包 ({kinds})</source>
        <translation>Phrase packs ({kinds})</translation>
    </message>
    <message>
        <source>话术包请一个一个安装，也不要和别的文件一起。</source>
        <translation>Please install packs one at a time, and not together with other files.</translation>
    </message>
    <message>
        <source>话术文件 ({kinds})</source>
        <translation>Phrase files ({kinds})</translation>
    </message>
</context>
<context>
    <name>ArrivalsPane</name>
    <message>
        <source>会去掉</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>会怎样</source>
        <translation>What would happen</translation>
    </message>
    <message>
        <source>和现在的一样，不会变。</source>
        <translation>Just as it is now; nothing changes.</translation>
    </message>
    <message>
        <source>已停用，要先在话术库里启用才能发</source>
        <translation>disabled; enable it in the library before it can be sent</translation>
    </message>
    <message>
        <source>您改过的</source>
        <translation>Changed by you</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>有变化</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>没有话术</source>
        <translation>No phrases</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>编号相同，内容不同：划掉的是现在的写法，下划线的是新的写法。</source>
        <translation>Struck through is what it says now, underlined what it would say.</translation>
    </message>
    <message>
        <source>话术</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>话术库里或前面已经有一条说法完全相同的。</source>
        <translation>Another phrase in the library or above says exactly the same.</translation>
    </message>
    <message>
        <source>话术库里还没有这些。</source>
        <translation>Not in the library yet.</translation>
    </message>
    <message>
        <source>还有 {count} 处</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>原文：{text}</source>
        <translation>Original: {text}</translation>
    </message>
    <message>
        <source>您自己也改过：划掉的是您的，下划线的是话术包的。</source>
        <translation>You have changed them too: struck through is yours, underlined the pack&apos;s.</translation>
    </message>
    <message>
        <source>新的版本里没有了，安装后不再显示。</source>
        <translation>Not in the new version; no longer shown once it is installed.</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>“{name}”已经在附件里了。</source>
        <translation>&quot;{name}&quot; is attached already.</translation>
    </message>
    <message>
        <source>加入图片或文件</source>
        <translation>Add pictures or files</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>正在加入附件…</source>
        <translation>Adding…</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Files</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>{when} 的备份和现在一样。</source>
        <translation>The backup of {when} is how things are now.</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>已备份。</source>
        <translation>Backed up.</translation>
    </message>
    <message>
        <source>已恢复到 {when} 的样子，可以在话术库里撤销。</source>
        <translation>Back to how it was on {when}. You can undo this in the library.</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>恢复 {when} 的备份</source>
        <translation>Restore the backup of {when}</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>最新的备份就是现在的样子，不用再备份。</source>
        <translation>The newest backup is how things are now. Nothing to do.</translation>
    </message>
    <message>
        <source>每次启动和每改 50 次，话术库会自动备份：最近的全部留着，再往前每小时、每天、每月各留一份。恢复只改您自己的话术，当作一步修改，可以在话术库里撤销。</source>
        <translation>The library is copied at every start and every 50 changes: the latest copies all stay, older ones thin out to one an hour, a day, a month. Restoring touches only your own phrases, as one step that you can undo in the library.</translation>
    </message>
    <message>
        <source>真的恢复？</source>
        <translation>Really restore?</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>还没有备份。自己写过话术之后就会有。</source>
        <translation>No backups yet. There will be one when you have written phrases of your own.</translation>
    </message>
</context>
<context>
    <name>CategoryCommands</name>
    <message>
        <source>分类“{old}”改名为“{new}”</source>
        <translation>Rename category &quot;{old}&quot; to &quot;{new}&quot;</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删除分类“{name}”</source>
        <translation>Delete category &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>删除分类“{name}”？</source>
        <translation>Delete category &quot;{name}&quot;?</translation>
    </message>
    <message>
        <source>新分类</source>
        <translation>New category</translation>
    </message>
    <message>
        <source>新分类 {number}</source>
        <translation>New category {number}</translation>
    </message>
    <message>
        <source>新建分类“{name}”</source>
        <translation>New category &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>移动分类“{name}”</source>
        <translation>Move category &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>里面的 {count} 条话术会移到回收站，可以恢复。</source>
        <translation>Its {count} phrases go to the trash, where they can be restored.</translation>
    </message>
</context>
<context>
    <name>CategoryModel</name>
    <message>
        <source>{name}，{count} 条</source>
        <translation>{name}, {count} phrases</translation>
    </message>
</context>
<context>
    <name>CategoryTree</name>
    <message>
        <source>全部话术</source>
        <translation>All phrases</translation>
    </message>
    <message>
        <source>话术分类</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>选择一个分类，只看其中的话术</source>
        <translation>Choose a category to see only its phrases</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>团队</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>自带</source>
        <translation>Built in</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disabled</translation>
    </message>
</context>
<context>
    <name>CheckSheet</name>
    <message>
        <source>再检查一遍</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>双击一行就打开那条话术。改过以后可以再检查一遍。</source>
        <translation>Double-click a line to open its phrase. After editing, check once more.</translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>已复制报告。</source>
        <translation>Report copied.</translation>
    </message>
    <message>
        <source>建议 {count}</source>
        <translation>Notes {count}</translation>
    </message>
    <message>
        <source>把列出的内容作为文字复制</source>
        <translation>Copy what is listed as text</translation>
    </message>
    <message>
        <source>检查了 {all} 条，{count} 条有话要说</source>
        <translation>{all} phrases checked, {count} with remarks</translation>
    </message>
    <message>
        <source>检查了 {all} 条，没有发现问题。</source>
        <translation>{all} phrases checked, nothing found.</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>检查话术</source>
        <translation>Check phrases</translation>
    </message>
    <message>
        <source>正在检查… {done:.0%}</source>
        <translation>Checking… {done:.0%}</translation>
    </message>
    <message>
        <source>警告 {count}</source>
        <translation>Warnings {count}</translation>
    </message>
    <message>
        <source>错误 {count}</source>
        <translation>Errors {count}</translation>
    </message>
    <message>
        <source>，列出前 {shown} 条</source>
        <translation>, the first {shown} are listed</translation>
    </message>
</context>
<context>
    <name>ColumnSheet</name>
    <message>
        <source>列名</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>用来</source>
        <translation>Use as</translation>
    </message>
</context>
<context>
    <name>ConflictBar</name>
    <message>
        <source>保留我的</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <source>全部这样</source>
        <translation>All like this</translation>
    </message>
    <message>
        <source>合并两边</source>
        <translation>Merge both</translation>
    </message>
    <message>
        <source>合并时，两边都改过的地方保留您的。</source>
        <translation>Where both were changed, a merge keeps yours.</translation>
    </message>
    <message>
        <source>您改过的话术</source>
        <translation>Phrases you have changed</translation>
    </message>
    <message>
        <source>所有您改过的话术都这样处理</source>
        <translation>Do the same with all phrases you have changed</translation>
    </message>
    <message>
        <source>用话术包的</source>
        <translation>Use the pack&apos;s</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>没有程序能打开文件夹，它在 {place}。</source>
        <translation>No program opens folders here. It is at {place}.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>zh_CN</source>
        <translation>en_US</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>打开日历  Alt+下</source>
        <translation>Open the calendar  Alt+Down</translation>
    </message>
</context>
<context>
    <name>DaysSheet</name>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>年-月-日，例如 2026-06-18</source>
        <translation>year-month-day, e.g. 2026-06-18</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>日期写成 2026-06-18 这样。</source>
        <translation>Write dates like 2026-06-18.</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Valid dates</translation>
    </message>
    <message>
        <source>结束的日子在开始之前。</source>
        <translation>The last day is before the first.</translation>
    </message>
    <message>
        <source>这 {count} 条话术从哪天起、到哪天止可以用？留空就是不限。</source>
        <translation>From which day until which day may these {count} phrases be used? Leave blank for no limit.</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>内容相同。</source>
        <translation>The same text.</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>发送方式</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Hotkey</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Valid dates</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>说法</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disabled</translation>
    </message>
</context>
<context>
    <name>DuplicatesSheet</name>
    <message>
        <source>{count} 组重复</source>
        <translation>{count} groups of duplicates</translation>
    </message>
    <message>
        <source>{share} · {count} 条</source>
        <translation>{share} · {count} phrases</translation>
    </message>
    <message>
        <source>内容相同或几乎相同的话术。选中要留下的那条，再合并或只留它；都可以撤销。</source>
        <translation>Phrases that say the same, or nearly. Pick the one to stay, then merge into it or keep only it. Both can be undone.</translation>
    </message>
    <message>
        <source>删除 1 条重复话术</source>
        <translation>Delete a duplicate</translation>
    </message>
    <message>
        <source>删除 {count} 条重复话术</source>
        <translation>Delete {count} duplicates</translation>
    </message>
    <message>
        <source>删除选中的</source>
        <translation>Delete this one</translation>
    </message>
    <message>
        <source>只留选中的</source>
        <translation>Keep only this one</translation>
    </message>
    <message>
        <source>合并 {count} 条重复话术</source>
        <translation>Merge {count} duplicates</translation>
    </message>
    <message>
        <source>合并到选中的</source>
        <translation>Merge into this one</translation>
    </message>
    <message>
        <source>同组其他话术移到回收站</source>
        <translation>The others in the group go to the trash</translation>
    </message>
    <message>
        <source>完全相同</source>
        <translation>Identical</translation>
    </message>
    <message>
        <source>把同组其他话术的说法、标签、岗位并进来，其余移到回收站</source>
        <translation>Takes over wordings, tags and roles of the others in the group; the others go to the trash</translation>
    </message>
    <message>
        <source>把选中的这条移到回收站</source>
        <translation>Moves the chosen phrase to the trash</translation>
    </message>
    <message>
        <source>查找重复</source>
        <translation>Find duplicates</translation>
    </message>
    <message>
        <source>正在比较… {done:.0%}</source>
        <translation>Comparing… {done:.0%}</translation>
    </message>
    <message>
        <source>没有重复的话术。</source>
        <translation>No duplicates.</translation>
    </message>
    <message>
        <source>相似 {share:.0%}</source>
        <translation>{share:.0%} alike</translation>
    </message>
    <message>
        <source>还有 {count} 组</source>
        <translation>{count} more groups</translation>
    </message>
    <message>
        <source>重复的话术</source>
        <translation>Duplicates</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>{label}，已完成。</source>
        <translation>{label}: done.</translation>
    </message>
    <message>
        <source>修改“{title}”</source>
        <translation>Edit &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>已撤销：{label}</source>
        <translation>Undone: {label}</translation>
    </message>
    <message>
        <source>已重做：{label}</source>
        <translation>Redone: {label}</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>保存并回到列表  Esc</source>
        <translation>Save and go back to the list  Esc</translation>
    </message>
    <message>
        <source>只能查看</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>新话术</source>
        <translation>New phrase</translation>
    </message>
    <message>
        <source>编辑话术</source>
        <translation>Edit phrase</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>买家看到的</source>
        <translation>What the buyer sees</translation>
    </message>
    <message>
        <source>如 fh</source>
        <translation>e.g. fh</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>第 {number} 种说法是空的，写上内容或删掉它就会保存。</source>
        <translation>Wording {number} is empty. Write something or delete it, and it is saved.</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>编码和“{title}”相同，输入编码时会分不清。</source>
        <translation>Same code as &quot;{title}&quot;: typing it can&apos;t tell them apart.</translation>
    </message>
    <message>
        <source>说法</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>还没有内容，写好要说的话就会保存。</source>
        <translation>No text yet. It is saved once you write what to say.</translation>
    </message>
    <message>
        <source>还没有标题，写好标题就会保存。</source>
        <translation>No title yet. It is saved once there is one.</translation>
    </message>
</context>
<context>
    <name>EmoticonPicker</name>
    <message>
        <source>不显示</source>
        <translation>not shown</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>哪家的表情</source>
        <translation>Whose emoticons</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>抖音</source>
        <translation>Douyin</translation>
    </message>
    <message>
        <source>搜表情</source>
        <translation>Find an emoticon</translation>
    </message>
    <message>
        <source>搜表情：微笑、wx、smile</source>
        <translation>Find an emoticon: smile, wx, 微笑</translation>
    </message>
    <message>
        <source>旺旺</source>
        <translation>Wangwang</translation>
    </message>
    <message>
        <source>没有这个表情。</source>
        <translation>No such emoticon.</translation>
    </message>
    <message>
        <source>表情</source>
        <translation>Emoticons</translation>
    </message>
    <message>
        <source>颜文字</source>
        <translation>Kaomoji</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message>
        <source>{what}
{count} 条：{names}</source>
        <translation>{what}
{count} phrases: {names}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>全部话术</source>
        <translation>All phrases</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>分类“{path}”</source>
        <translation>Category “{path}”</translation>
    </message>
    <message>
        <source>导出什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>导出到</source>
        <translation>Export to</translation>
    </message>
    <message>
        <source>导出后会变的地方</source>
        <translation>What will change</translation>
    </message>
    <message>
        <source>导出话术</source>
        <translation>Export phrases</translation>
    </message>
    <message>
        <source>小二快答话术</source>
        <translation>小二快答话术</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>正在导出… {percent}%</source>
        <translation>Exporting… {percent}%</translation>
    </message>
    <message>
        <source>正在检查会变的地方… {percent}%</source>
        <translation>Looking for what will change… {percent}%</translation>
    </message>
    <message>
        <source>看看写好的文件</source>
        <translation>Look at what was written</translation>
    </message>
    <message>
        <source>编码前缀</source>
        <translation>Code prefix</translation>
    </message>
    <message>
        <source>话术</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>这样导出，下面这些会变：</source>
        <translation>Exported this way, these will change:</translation>
    </message>
    <message>
        <source>这样导出，什么都不会丢。</source>
        <translation>Exported like this, nothing is lost.</translation>
    </message>
    <message>
        <source>选中的 {count} 条</source>
        <translation>The {count} chosen ones</translation>
    </message>
    <message>
        <source>选择位置…</source>
        <translation>Choose where…</translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>填好了，粘贴</source>
        <translation>Done, paste</translation>
    </message>
    <message>
        <source>补全信息</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有填写“{label}”。</source>
        <translation>&quot;{label}&quot; is still empty.</translation>
    </message>
    <message>
        <source>这条话术里还缺以下内容，填好后直接粘贴。同一位买家只需填一次。</source>
        <translation>This phrase still needs the following; it is pasted right after. Once per buyer is enough.</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>{count} 条</source>
        <translation>{count} phrases</translation>
    </message>
    <message>
        <source>其他分类或岗位里有 {count} 条。
点左侧“全部话术”或上方“全部”查看。</source>
        <translation>{count} more in other categories or roles.
Click &quot;All phrases&quot; on the left or &quot;All&quot; above.</translation>
    </message>
    <message>
        <source>在托盘菜单打开“话术库”，新建一条或导入话术包。</source>
        <translation>Open the phrase library from the tray menu and write one, or import a pack.</translation>
    </message>
    <message>
        <source>正在整理话术…</source>
        <translation>Preparing your phrases…</translation>
    </message>
    <message>
        <source>没有找到“{query}”</source>
        <translation>Nothing found for &quot;{query}&quot;</translation>
    </message>
    <message>
        <source>试试更短的词或编码。用空格隔开的几个词要同时出现。</source>
        <translation>Try something shorter, or a code. Words with spaces between them must all occur.</translation>
    </message>
    <message>
        <source>还没有话术</source>
        <translation>No phrases yet</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>提醒</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>禁止粘贴</source>
        <translation>Paste forbidden</translation>
    </message>
    <message>
        <source>眼前</source>
        <translation>In front</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>Order</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>仍然粘贴</source>
        <translation>Paste anyway</translation>
    </message>
    <message>
        <source>粘贴前请看一眼</source>
        <translation>Please check before pasting</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>还没有粘贴任何内容。确认无误可以继续。</source>
        <translation>Nothing has been pasted yet. Go on if it is right.</translation>
    </message>
    <message>
        <source>还没有粘贴任何内容。请返回换一条话术，或先修改它。</source>
        <translation>Nothing has been pasted. Go back and take another phrase, or change this one.</translation>
    </message>
    <message>
        <source>这条回复不能粘贴</source>
        <translation>This reply can&apos;t be pasted</translation>
    </message>
    <message>
        <source>{fix}，再粘贴</source>
        <translation>{fix}, then paste</translation>
    </message>
    <message>
        <source>改好 {count} 处再粘贴</source>
        <translation>Mend {count} and paste</translation>
    </message>
    <message>
        <source>改好再粘贴</source>
        <translation>Mend and paste</translation>
    </message>
    <message>
        <source>逐条看</source>
        <translation>One by one</translation>
    </message>
    <message>
        <source>回复全文</source>
        <translation>The whole reply</translation>
    </message>
</context>
<context>
    <name>Fingerprint</name>
    <message>
        <source>指纹：{words}</source>
        <translation>Fingerprint: {words}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>先按一次快捷键</source>
        <translation>First, press the hotkey once</translation>
    </message>
    <message>
        <source>开始使用</source>
        <translation>Get started</translation>
    </message>
    <message>
        <source>您是哪家店的客服？</source>
        <translation>Which shop do you work for?</translation>
    </message>
    <message>
        <source>欢迎使用小二快答</source>
        <translation>Welcome to Xiaoer</translation>
    </message>
    <message>
        <source>粘贴第一条话术</source>
        <translation>Paste your first phrase</translation>
    </message>
    <message>
        <source>跳过引导</source>
        <translation>Skip</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>提示</source>
        <translation>Hints</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>开机启动</source>
        <translation>Start at login</translation>
    </message>
    <message>
        <source>快捷键、店铺和第一次粘贴，不到一分钟。</source>
        <translation>Hotkey, shop and first paste, in under a minute.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>没有程序能打开文件夹，请在文件管理器里自己进入上面的位置。</source>
        <translation>No program opens folders here. Please go there in your file manager.</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>登录桌面后自动在后台运行，快捷键随时可用。</source>
        <translation>Runs in the background from login, with the hotkey ready.</translation>
    </message>
    <message>
        <source>话术、设置和使用记录都在这里，备份时复制整个文件夹。</source>
        <translation>Phrases, settings and records of use. Copy the whole folder to back it up.</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>通用</source>
        <translation>General</translation>
    </message>
    <message>
        <source>重新看一遍</source>
        <translation>Show again</translation>
    </message>
    <message>
        <source>首次引导</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>马上生效。话术用什么语言在“岗位与语气”里设置。</source>
        <translation>Takes effect at once. The language of replies is set under &quot;Role and tone&quot;.</translation>
    </message>
</context>
<context>
    <name>GridCommands</name>
    <message>
        <source>列名和用途</source>
        <translation>Heading and use</translation>
    </message>
    <message>
        <source>删除一列</source>
        <translation>Delete column</translation>
    </message>
    <message>
        <source>删除行</source>
        <translation>Delete rows</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>插入一列</source>
        <translation>Insert column</translation>
    </message>
    <message>
        <source>插入一行</source>
        <translation>Insert row</translation>
    </message>
    <message>
        <source>改内容</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>改列</source>
        <translation>Change column</translation>
    </message>
    <message>
        <source>清空格子</source>
        <translation>Clear cells</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>移动列</source>
        <translation>Move column</translation>
    </message>
    <message>
        <source>移动行</source>
        <translation>Move rows</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>已复制到剪贴板。</source>
        <translation>Copied to the clipboard.</translation>
    </message>
    <message>
        <source>没有粘贴：</source>
        <translation>Not pasted: </translation>
    </message>
    <message>
        <source>这条话术还缺内容，请按回车填好再用。</source>
        <translation>This phrase still needs something. Press Enter to fill it in first.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>只看这个岗位的话术（Ctrl+R 切换）</source>
        <translation>Only this role&apos;s phrases (Ctrl+R for the next)</translation>
    </message>
    <message>
        <source>岗位：{role}</source>
        <translation>Role: {role}</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>“{title}”的历史</source>
        <translation>History of &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>以前的版本</source>
        <translation>Older versions</translation>
    </message>
    <message>
        <source>左边是每次修改之前的样子；右边划掉的是后来没有了的，下划线的是后来加上的。</source>
        <translation>On the left, what it was before each change. On the right, struck out is what went, underlined what came.</translation>
    </message>
    <message>
        <source>恢复这一版</source>
        <translation>Restore this one</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>这条话术还没有改过。</source>
        <translation>This phrase has never been changed.</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>要替换的地方</source>
        <translation>Places to replace</translation>
    </message>
</context>
<context>
    <name>HotkeyChooser</name>
    <message>
        <source>{label} 已被其他程序占用，仍用原来的快捷键。</source>
        <translation>{label} belongs to another program; the old hotkey stays.</translation>
    </message>
    <message>
        <source>呼出弹窗</source>
        <translation>Open the popup</translation>
    </message>
    <message>
        <source>在任何聊天窗口按下它，话术弹窗就出现；再按一次关闭。</source>
        <translation>Press it in any chat window and the popup comes up; press it again to close.</translation>
    </message>
    <message>
        <source>已改为 {label}，现在就能用。</source>
        <translation>Changed to {label}. It works right now.</translation>
    </message>
    <message>
        <source>改用这个快捷键</source>
        <translation>Take this hotkey</translation>
    </message>
    <message>
        <source>请换一个组合。</source>
        <translation> Please take another.</translation>
    </message>
    <message>
        <source>这几个现在空着，点一下就换：</source>
        <translation> These are free, click one to take it:</translation>
    </message>
</context>
<context>
    <name>HotkeyEdit</name>
    <message>
        <source>“{label}”打字时要用，不能作快捷键，请加上 Ctrl、Alt 或 Super。</source>
        <translation>&quot;{label}&quot; is needed for typing. Add Ctrl, Alt or Super.</translation>
    </message>
    <message>
        <source>再按一个键…</source>
        <translation>Now one more key…</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Hotkey</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>现在是 {shown}。{hint}</source>
        <translation>Now {shown}. {hint}</translation>
    </message>
    <message>
        <source>请按下新的组合，Esc 取消</source>
        <translation>Press the new keys, Esc to cancel</translation>
    </message>
    <message>
        <source>点击更换</source>
        <translation>Click to change</translation>
    </message>
</context>
<context>
    <name>HotkeyPage</name>
    <message>
        <source>关闭，回到聊天窗口</source>
        <translation>Close, back to the chat</translation>
    </message>
    <message>
        <source>切换岗位</source>
        <translation>Switch role</translation>
    </message>
    <message>
        <source>只复制</source>
        <translation>Only copy</translation>
    </message>
    <message>
        <source>在搜索、分类、列表、预览之间移动</source>
        <translation>Move between search, categories, list and preview</translation>
    </message>
    <message>
        <source>弹窗里的按键</source>
        <translation>Keys in the popup</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Hotkey</translation>
    </message>
    <message>
        <source>直接粘贴第几条</source>
        <translation>Paste that row directly</translation>
    </message>
    <message>
        <source>粘贴到聊天窗口</source>
        <translation>Paste into the chat</translation>
    </message>
    <message>
        <source>粘贴并发送</source>
        <translation>Paste &amp; send</translation>
    </message>
    <message>
        <source>置顶，或不再置顶</source>
        <translation>Pin, or unpin</translation>
    </message>
    <message>
        <source>改好检查时发现的问题，再粘贴</source>
        <translation>Mend what the check has found, then paste</translation>
    </message>
</context>
<context>
    <name>HotkeyStep</name>
    <message>
        <source>听到了！以后在任何聊天窗口按 {label} 就行。</source>
        <translation>Heard! From now on, press {label} in any chat window.</translation>
    </message>
    <message>
        <source>正在听…… 请按 {label}</source>
        <translation>Listening… Press {label}</translation>
    </message>
    <message>
        <source>现在没有快捷键，请点上面的框换一个。</source>
        <translation>There is no hotkey at the moment. Click the field above to choose one.</translation>
    </message>
    <message>
        <source>小二快答在后台等着。在任何聊天窗口按下快捷键，话术就出现在旁边。现在按一次试试：</source>
        <translation>Xiaoer waits in the background. Press the hotkey in any chat window and your phrases come up beside it. Try it now:</translation>
    </message>
</context>
<context>
    <name>ImportMapping</name>
    <message>
        <source>“{fields}”选了两次。</source>
        <translation>“{fields}” was chosen twice.</translation>
    </message>
    <message>
        <source>不认识“{file}”的表头。请选每一列是什么，没有用的就忽略；以后导入同样的表不再问。</source>
        <translation>The headings of “{file}” are unknown. Choose what each column is, and ignore those of no use; such tables are not asked about again.</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>Ignore</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>请选哪一列是话术的内容。</source>
        <translation>Choose the column that holds the text of the phrases.</translation>
    </message>
    <message>
        <source>这些列是什么？</source>
        <translation>What are these columns?</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>{file} · 识别为：{format} · {count} 条话术</source>
        <translation>{file} · recognised as {format} · {count} phrases</translation>
    </message>
    <message>
        <source>“{path}”下面</source>
        <translation>Below “{path}”</translation>
    </message>
    <message>
        <source>几种格式</source>
        <translation>several formats</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入 {count} 条</source>
        <translation>Import {count}</translation>
    </message>
    <message>
        <source>导入话术</source>
        <translation>Import phrases</translation>
    </message>
    <message>
        <source>改动和遗漏</source>
        <translation>Changes and omissions</translation>
    </message>
    <message>
        <source>改动和遗漏 {count}</source>
        <translation>Changes and omissions {count}</translation>
    </message>
    <message>
        <source>放到</source>
        <translation>Put into</translation>
    </message>
    <message>
        <source>放到哪个分类</source>
        <translation>Category to put them into</translation>
    </message>
    <message>
        <source>文件里的分类</source>
        <translation>Categories of the file</translation>
    </message>
    <message>
        <source>正在和话术库比较… {percent}%</source>
        <translation>Comparing with the library… {percent}%</translation>
    </message>
    <message>
        <source>正在导入… {percent}%</source>
        <translation>Importing… {percent}%</translation>
    </message>
    <message>
        <source>正在读取… {percent}%</source>
        <translation>Reading… {percent}%</translation>
    </message>
    <message>
        <source>没有要导入的：都在话术库里了。</source>
        <translation>Nothing to import: all of it is in the library.</translation>
    </message>
    <message>
        <source>选一个分类…</source>
        <translation>Choose a category…</translation>
    </message>
    <message>
        <source>重复的也导入</source>
        <translation>Import duplicates too</translation>
    </message>
    <message>
        <source>导入时改写了什么，什么没有带过来。改写过的话术都留着原文。</source>
        <translation>What was rewritten and what was left out. Whatever was rewritten keeps its original text.</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Gboard 词典</source>
        <translation>Gboard dictionary</translation>
    </message>
    <message>
        <source>macOS 文本替换</source>
        <translation>macOS text replacements</translation>
    </message>
    <message>
        <source>千牛快捷短语</source>
        <translation>Qianniu quick phrases</translation>
    </message>
    <message>
        <source>客服宝</source>
        <translation>Kefubao</translation>
    </message>
    <message>
        <source>小二快答的导出文件</source>
        <translation>Xiaoer export</translation>
    </message>
    <message>
        <source>小二快答话术包</source>
        <translation>Xiaoer phrase pack</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>已复制。</source>
        <translation>Copied.</translation>
    </message>
</context>
<context>
    <name>LeadLine</name>
    <message>
        <source>{day} 起信任</source>
        <translation>Trusted since {day}</translation>
    </message>
    <message>
        <source>不再信任</source>
        <translation>Stop trusting</translation>
    </message>
    <message>
        <source>指纹</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>旧密钥，已换成新的</source>
        <translation>Old key, replaced by a new one</translation>
    </message>
    <message>
        <source>真的不再信任？</source>
        <translation>Really stop trusting?</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>上移分类</source>
        <translation>Move category up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>下移分类</source>
        <translation>Move category down</translation>
    </message>
    <message>
        <source>从未使用的在前</source>
        <translation>Never used first</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>切换窗格</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删除分类</source>
        <translation>Delete category</translation>
    </message>
    <message>
        <source>历史版本…</source>
        <translation>Older versions…</translation>
    </message>
    <message>
        <source>原来的顺序</source>
        <translation>Own order</translation>
    </message>
    <message>
        <source>回收站…</source>
        <translation>Trash…</translation>
    </message>
    <message>
        <source>复制一份</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>复制到我的话术</source>
        <translation>Copy to my phrases</translation>
    </message>
    <message>
        <source>复制正文到剪贴板</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>岗位…</source>
        <translation>Roles…</translation>
    </message>
    <message>
        <source>常用的在前</source>
        <translation>Most used first</translation>
    </message>
    <message>
        <source>快过期的在前</source>
        <translation>Expiring first</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>改标题</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>改编码</source>
        <translation>Change code</translation>
    </message>
    <message>
        <source>新建分类</source>
        <translation>New category</translation>
    </message>
    <message>
        <source>新建话术</source>
        <translation>New phrase</translation>
    </message>
    <message>
        <source>最近修改的在前</source>
        <translation>Latest changes first</translation>
    </message>
    <message>
        <source>有效期…</source>
        <translation>Valid dates…</translation>
    </message>
    <message>
        <source>查找替换…</source>
        <translation>Find and replace…</translation>
    </message>
    <message>
        <source>查找重复…</source>
        <translation>Find duplicates…</translation>
    </message>
    <message>
        <source>标签…</source>
        <translation>Tags…</translation>
    </message>
    <message>
        <source>移到分类…</source>
        <translation>Move to category…</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>重命名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>表格…</source>
        <translation>Tables…</translation>
    </message>
    <message>
        <source>安装话术包…</source>
        <translation>Install a pack…</translation>
    </message>
    <message>
        <source>导入文件夹…</source>
        <translation>Import a folder…</translation>
    </message>
    <message>
        <source>已安装的话术包…</source>
        <translation>Installed packs…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>检查话术…</source>
        <translation>Check phrases…</translation>
    </message>
</context>
<context>
    <name>LibraryColumns</name>
    <message>
        <source>{count} 次</source>
        <translation>{count} times</translation>
    </message>
    <message>
        <source>{day} 起</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>上次使用</source>
        <translation>Last used</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>Today {time}</translation>
    </message>
    <message>
        <source>使用</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>修改时间</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>Yesterday {time}</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Valid dates</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>至 {day}</source>
        <translation>until {day}</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>话术库 - 小二快答</source>
        <translation>Phrase library – Xiaoer</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>已停用</source>
        <translation>disabled</translation>
    </message>
</context>
<context>
    <name>Lister</name>
    <message>
        <source>{count} 条话术</source>
        <translation>{count} phrases</translation>
    </message>
    <message>
        <source>{count} 条话术，选中 {chosen} 条</source>
        <translation>{count} phrases, {chosen} selected</translation>
    </message>
    <message>
        <source>没有找到“{query}”</source>
        <translation>Nothing found for &quot;{query}&quot;</translation>
    </message>
    <message>
        <source>点“新建”写一条，或从别处把话术拖到这个分类。</source>
        <translation>Click &quot;New&quot; to write one, or drag phrases here from elsewhere.</translation>
    </message>
    <message>
        <source>试试更短的词，或点左侧“全部话术”。</source>
        <translation>Try something shorter, or click &quot;All phrases&quot; on the left.</translation>
    </message>
    <message>
        <source>这里还没有话术</source>
        <translation>No phrases here yet</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Alt 加数字</source>
        <translation>Alt and digit</translation>
    </message>
    <message>
        <source>光标旁</source>
        <translation>At the caret</translation>
    </message>
    <message>
        <source>列表、分类和预览里的文字。</source>
        <translation>In list, categories and preview.</translation>
    </message>
    <message>
        <source>只按数字</source>
        <translation>Digit alone</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>屏幕中央</source>
        <translation>Mid-screen</translation>
    </message>
    <message>
        <source>弹窗与外观</source>
        <translation>Popup and look</translation>
    </message>
    <message>
        <source>弹窗位置</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>弹窗大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>按数字选</source>
        <translation>Pick by</translation>
    </message>
    <message>
        <source>搜索不用输入法：直接打拼音、首字母或编码就能找到。也可以用输入法打汉字，候选框开着的时候，回车、数字和空格都归输入法。</source>
        <translation>You don&apos;t need one to search: type pinyin, initials or a code. You may use one for Chinese characters; while its candidates are open, Enter, digits and Space belong to it.</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>正在使用的输入法框架是 {name}，弹窗里没有它的插件，打不了汉字。把环境变量 QT_IM_MODULE 设为 ibus 再启动可以解决。</source>
        <translation>Your session uses the input method {name}, for which the popup has no plug-in: no Chinese characters can be typed. Start Xiaoer with QT_IM_MODULE set to ibus.</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Huge</translation>
    </message>
    <message>
        <source>界面</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>聊天程序不告诉光标在哪里时，弹窗出现在鼠标旁。</source>
        <translation>The mouse is used where a chat program doesn&apos;t tell where its caret is.</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>输入法</source>
        <translation>Input method</translation>
    </message>
    <message>
        <source>选“只按数字”时，编码里的数字要按住 Alt 输入。</source>
        <translation>With &quot;Digit alone&quot;, hold Alt to type the digits of a code.</translation>
    </message>
    <message>
        <source>鼠标旁</source>
        <translation>At the mouse</translation>
    </message>
</context>
<context>
    <name>MoveSheet</name>
    <message>
        <source>分类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>分类名</source>
        <translation>Category name</translation>
    </message>
    <message>
        <source>把 {count} 条话术移到：</source>
        <translation>Move {count} phrases to:</translation>
    </message>
    <message>
        <source>新建“{path}”</source>
        <translation>Create &quot;{path}&quot;</translation>
    </message>
    <message>
        <source>移到分类</source>
        <translation>Move to category</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>输入分类名查找，或写新分类（上级/下级）</source>
        <translation>Find a category, or write a new one (parent/child)</translation>
    </message>
</context>
<context>
    <name>NameSheet</name>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>话术里写作 {example}。</source>
        <translation>In a phrase it is written {example}.</translation>
    </message>
    <message>
        <source>写同事认得的名字，例如店名加姓名。密钥存在系统的密钥环里，不写进文件。</source>
        <translation>A name that your colleagues know, such as shop and person. The key is kept in the keyring of the system, in no file.</translation>
    </message>
    <message>
        <source>生成</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>生成签名密钥</source>
        <translation>Create a signing key</translation>
    </message>
</context>
<context>
    <name>OrderBar</name>
    <message>
        <source>Alt+← → 换订单，Alt+退格 不用这个订单</source>
        <translation>Alt+← → another order, Alt+Backspace without this order</translation>
    </message>
    <message>
        <source>没有用订单（有 {count} 个）</source>
        <translation>No order used ({count} there)</translation>
    </message>
</context>
<context>
    <name>OrderChooser</name>
    <message>
        <source>用这个订单</source>
        <translation>Use this order</translation>
    </message>
    <message>
        <source>说的是哪个订单？</source>
        <translation>Which order is it about?</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>这位买家有几个未完成的订单，这条话术要用到其中一个。</source>
        <translation>This buyer has several open orders, and this phrase is about one of them.</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>{day} 下单</source>
        <translation>ordered {day}</translation>
    </message>
    <message>
        <source>{nick} 的{order}</source>
        <translation>{nick}: {order}</translation>
    </message>
</context>
<context>
    <name>OrdersFlow</name>
    <message>
        <source>已取消，什么也没有读入。</source>
        <translation>Cancelled; nothing was loaded.</translation>
    </message>
    <message>
        <source>请在“订单”窗口里选这些列是什么。</source>
        <translation>Please choose in the Orders window what these columns are.</translation>
    </message>
    <message>
        <source>跳过了什么？</source>
        <translation>What was left out?</translation>
    </message>
</context>
<context>
    <name>OrdersList</name>
    <message>
        <source>{count} 个订单</source>
        <translation>{count} orders</translation>
    </message>
    <message>
        <source>手机尾号 {tail}</source>
        <translation>phone …{tail}</translation>
    </message>
    <message>
        <source>找到的订单</source>
        <translation>Orders found</translation>
    </message>
    <message>
        <source>查订单</source>
        <translation>Look up orders</translation>
    </message>
    <message>
        <source>查订单：昵称、订单号、收货人、手机尾号</source>
        <translation>Look up: nick, order number, receiver, end of phone</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>订单 …{tail}</source>
        <translation>Order …{tail}</translation>
    </message>
    <message>
        <source>请换昵称、订单号、收货人或手机尾号试试。</source>
        <translation>Try the nick, the order number, the receiver or the end of the phone number.</translation>
    </message>
    <message>
        <source>读入从后台导出的订单表（CSV、XLSX、XLS），也可以把文件拖到这里。</source>
        <translation>Load order tables exported from the back office (CSV, XLSX, XLS), or drop the files here.</translation>
    </message>
    <message>
        <source>读入的订单表</source>
        <translation>Loaded order tables</translation>
    </message>
    <message>
        <source>还没有订单</source>
        <translation>No orders yet</translation>
    </message>
    <message>
        <source>{file} 等 {count} 个文件</source>
        <translation>{file} and others, {count} files</translation>
    </message>
</context>
<context>
    <name>OrdersMapping</name>
    <message>
        <source>“{fields}”选了两次。</source>
        <translation>“{fields}” is chosen twice.</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>Ignore</translation>
    </message>
    <message>
        <source>读入</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>还不知道哪一列是：{fields}。</source>
        <translation>Not known yet which column is: {fields}.</translation>
    </message>
    <message>
        <source>这些列是什么？</source>
        <translation>What are these columns?</translation>
    </message>
    <message>
        <source>这张表里有不认识的列。请选每一列是什么，没有用的就忽略；以后读同样的表不再问。</source>
        <translation>This table has unknown columns. Choose what each one is and ignore those without use; tables like this are not asked about again.</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>OrdersOffers</name>
    <message>
        <source>忽略</source>
        <translation>Ignore</translation>
    </message>
    <message>
        <source>新的订单表 {file}，要读入吗？</source>
        <translation>New order table {file}. Load it?</translation>
    </message>
    <message>
        <source>有 {count} 个新的订单表，要读入吗？</source>
        <translation>{count} new order tables. Load them?</translation>
    </message>
    <message>
        <source>读入</source>
        <translation>Load</translation>
    </message>
</context>
<context>
    <name>OrdersProgress</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>取消读入</source>
        <translation>Cancel loading</translation>
    </message>
    <message>
        <source>正在读入… {percent}%</source>
        <translation>Loading… {percent}%</translation>
    </message>
</context>
<context>
    <name>OrdersReport</name>
    <message>
        <source>{file} 第 {rows} 行</source>
        <translation>{file}, rows {rows}</translation>
    </message>
    <message>
        <source>{file} 第 {rows} 行等</source>
        <translation>{file}, rows {rows} and more</translation>
    </message>
    <message>
        <source>{reason}：{count} 行</source>
        <translation>{reason}: {count} rows</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制这份报告；里面没有买家的信息</source>
        <translation>Copy this report; it holds nothing about buyers</translation>
    </message>
    <message>
        <source>已复制。</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>没有读入的行</source>
        <translation>Rows left out</translation>
    </message>
    <message>
        <source>没有读入的行和原因</source>
        <translation>Rows left out, and why</translation>
    </message>
    <message>
        <source>读入了 {orders} 个订单。</source>
        <translation>Loaded {orders} orders.</translation>
    </message>
    <message>
        <source>读入了 {orders} 个订单，跳过了 {rows} 行。</source>
        <translation>Loaded {orders} orders, left out {rows} rows.</translation>
    </message>
</context>
<context>
    <name>OrdersSide</name>
    <message>
        <source>不再留意</source>
        <translation>Stop watching</translation>
    </message>
    <message>
        <source>不问就读入</source>
        <translation>Load without asking</translation>
    </message>
    <message>
        <source>后台导出的订单表一般在“下载”文件夹里。有新的订单表时，会问您要不要读入。</source>
        <translation>Exported order tables usually come to the Downloads folder. When there is a new one, you are asked whether to load it.</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>打开以后，退出再启动订单还在：加密存在这台电脑上，密钥在系统的密钥环里，到期自动删除。</source>
        <translation>When on, orders are still there after a restart: encrypted on this computer, with the key in the system keyring, deleted when their days are over.</translation>
    </message>
    <message>
        <source>没有留意文件夹。</source>
        <translation>No folder is watched.</translation>
    </message>
    <message>
        <source>现在删除</source>
        <translation>Delete now</translation>
    </message>
    <message>
        <source>留意文件夹</source>
        <translation>Watched folder</translation>
    </message>
    <message>
        <source>真的删除？</source>
        <translation>Really delete?</translation>
    </message>
    <message>
        <source>订单会记住。</source>
        <translation>Orders are remembered.</translation>
    </message>
    <message>
        <source>订单记住几天</source>
        <translation>Days that orders are remembered</translation>
    </message>
    <message>
        <source>记住的订单已经删除。</source>
        <translation>The remembered orders are deleted.</translation>
    </message>
    <message>
        <source>记住的订单已经删除。现在读入的还在内存里。</source>
        <translation>The remembered orders are deleted. Those loaded now are still in memory.</translation>
    </message>
    <message>
        <source>记住订单</source>
        <translation>Remember orders</translation>
    </message>
    <message>
        <source>选文件夹…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>留意哪个文件夹？</source>
        <translation>Which folder to watch?</translation>
    </message>
</context>
<context>
    <name>OrdersWindow</name>
    <message>
        <source>{count} 个订单</source>
        <translation>{count} orders</translation>
    </message>
    <message>
        <source>已清空。</source>
        <translation>Cleared.</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>Ignore</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>真的清空？</source>
        <translation>Really clear?</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>订单表 (*.csv *.xlsx *.xls)</source>
        <translation>Order tables (*.csv *.xlsx *.xls)</translation>
    </message>
    <message>
        <source>读入</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>读入订单表</source>
        <translation>Load order tables</translation>
    </message>
    <message>
        <source>读入订单表…</source>
        <translation>Load order tables…</translation>
    </message>
    <message>
        <source>跳过了什么？</source>
        <translation>What was left out?</translation>
    </message>
</context>
<context>
    <name>OrdersWords</name>
    <message>
        <source>京东</source>
        <translation>JD</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>已发货</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>done</translation>
    </message>
    <message>
        <source>已签收</source>
        <translation>delivered</translation>
    </message>
    <message>
        <source>待付款</source>
        <translation>unpaid</translation>
    </message>
    <message>
        <source>待发货</source>
        <translation>to be shipped</translation>
    </message>
    <message>
        <source>抖店</source>
        <translation>Douyin</translation>
    </message>
    <message>
        <source>拼多多</source>
        <translation>Pinduoduo</translation>
    </message>
    <message>
        <source>淘宝 / 天猫</source>
        <translation>Taobao / Tmall</translation>
    </message>
    <message>
        <source>退款中</source>
        <translation>refunding</translation>
    </message>
</context>
<context>
    <name>OriginBar</name>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>这条话术的原话有更新。</source>
        <translation>The original of this phrase has changed.</translation>
    </message>
</context>
<context>
    <name>OriginSheet</name>
    <message>
        <source>不改，下次原话再更新时再提醒</source>
        <translation>Changes nothing; you are told when the original changes again</translation>
    </message>
    <message>
        <source>两边的修改都要；都改过的地方保留您的</source>
        <translation>Takes the changes of both; where both changed, yours stays</translation>
    </message>
    <message>
        <source>保留我的</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <source>划掉的是您的写法，下划线的是原话现在的写法。</source>
        <translation>Struck out is yours, underlined the original as it is now.</translation>
    </message>
    <message>
        <source>原话有更新</source>
        <translation>The original has changed</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>放弃您的修改，以后跟着原话走</source>
        <translation>Drops your changes and follows the original from now on</translation>
    </message>
    <message>
        <source>用原话</source>
        <translation>Take original</translation>
    </message>
</context>
<context>
    <name>Origins</name>
    <message>
        <source>“{title}”保留我的写法</source>
        <translation>&quot;{title}&quot;: keep mine</translation>
    </message>
    <message>
        <source>“{title}”合并原话的修改</source>
        <translation>&quot;{title}&quot;: merge the original&apos;s changes</translation>
    </message>
    <message>
        <source>“{title}”用原话</source>
        <translation>&quot;{title}&quot;: take the original</translation>
    </message>
    <message>
        <source>已合并；有 {count} 处两边都改了，保留了您的写法。</source>
        <translation>Merged. In {count} places both had changed; yours was kept.</translation>
    </message>
</context>
<context>
    <name>PackSheet</name>
    <message>
        <source>{count} 个附件</source>
        <translation>{count} attachments</translation>
    </message>
    <message>
        <source>{count} 张表格</source>
        <translation>{count} tables</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Clashes</translation>
    </message>
    <message>
        <source>冲突 {count}</source>
        <translation>Clashes {count}</translation>
    </message>
    <message>
        <source>另有 {what}</source>
        <translation>Also {what}</translation>
    </message>
    <message>
        <source>安装</source>
        <translation>Install</translation>
    </message>
    <message>
        <source>安装“{name}”</source>
        <translation>Install “{name}”</translation>
    </message>
    <message>
        <source>安装话术包</source>
        <translation>Install a pack</translation>
    </message>
    <message>
        <source>已经装好了这个版本。</source>
        <translation>This version is installed already.</translation>
    </message>
    <message>
        <source>按检查规则发现的问题；不影响安装，可以请制作者修改。</source>
        <translation>What the check has found. It can be installed all the same; the author may want to know.</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>更新“{name}”</source>
        <translation>Update “{name}”</translation>
    </message>
    <message>
        <source>检查发现 {count} 处</source>
        <translation>Check: {count} findings</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>正在安装… {percent}%</source>
        <translation>Installing… {percent}%</translation>
    </message>
    <message>
        <source>正在读取和检查话术包… {percent}%</source>
        <translation>Reading and checking the pack… {percent}%</translation>
    </message>
    <message>
        <source>编码或快捷键和别的话术相同，两条都在，用的时候请看清楚。</source>
        <translation>Another phrase has the same code or hotkey. Both stay; look twice when you use them.</translation>
    </message>
    <message>
        <source>请先勾选上面的确认。</source>
        <translation>Please tick the box above first.</translation>
    </message>
    <message>
        <source>不能安装。</source>
        <translation>It cannot be installed.</translation>
    </message>
    <message>
        <source>先核对并信任签名，才能安装。</source>
        <translation>Compare and trust the signature first.</translation>
    </message>
    <message>
        <source>我知道，仍然安装</source>
        <translation>I know; install it anyway</translation>
    </message>
    <message>
        <source>核对并信任…</source>
        <translation>Compare and trust…</translation>
    </message>
    <message>
        <source>确定要退回旧版本 {version}</source>
        <translation>Really go back to the older version {version}</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
</context>
<context>
    <name>PacksSheet</name>
    <message>
        <source>{count} 条话术</source>
        <translation>{count} phrases</translation>
    </message>
    <message>
        <source>卸载</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>团队做好的话术包装在这里。您自己的修改在更新和卸载时都会留下。</source>
        <translation>Packs that your team has made. Your own changes stay when a pack is updated or removed.</translation>
    </message>
    <message>
        <source>安装…</source>
        <translation>Install…</translation>
    </message>
    <message>
        <source>已安装的话术包</source>
        <translation>Installed packs</translation>
    </message>
    <message>
        <source>恢复成安装之前的样子（Delete）</source>
        <translation>Have everything as it was before it was installed (Delete)</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销刚才的卸载</source>
        <translation>Take the removal back</translation>
    </message>
    <message>
        <source>点“安装…”选一个 .xiaoer 文件，或把它拖进话术库窗口。</source>
        <translation>Choose a .xiaoer file with “Install…”, or drop it on the library window.</translation>
    </message>
    <message>
        <source>用文件更新…</source>
        <translation>Update from file…</translation>
    </message>
    <message>
        <source>真的卸载？</source>
        <translation>Really remove?</translation>
    </message>
    <message>
        <source>话术包</source>
        <translation>Phrase packs</translation>
    </message>
    <message>
        <source>还没有装话术包</source>
        <translation>No packs installed</translation>
    </message>
    <message>
        <source>选择一个话术包文件（Ctrl+O）</source>
        <translation>Choose the file of a pack (Ctrl+O)</translation>
    </message>
    <message>
        <source>选择新版本的话术包文件</source>
        <translation>Choose the file of a newer version</translation>
    </message>
    <message>
        <source>正在卸载…</source>
        <translation>Removing…</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>下一项</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>换栏</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>直接粘贴</source>
        <translation>Paste directly</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>粘贴并发送</source>
        <translation>Paste &amp; send</translation>
    </message>
    <message>
        <source>置顶</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>返回列表</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>上下键选择，Shift 或 Ctrl 选多条，F2 改标题，右侧显示全部说法</source>
        <translation>Arrow keys move, Shift or Ctrl selects several, F2 renames; all wordings are shown on the right</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>工具</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>搜索话术</source>
        <translation>Search phrases</translation>
    </message>
    <message>
        <source>搜索话术、编码、标签…（Ctrl+F）</source>
        <translation>Search phrases, codes, tags… (Ctrl+F)</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新建话术（Ctrl+N）</source>
        <translation>New phrase (Ctrl+N)</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>话术列表</source>
        <translation>List of phrases</translation>
    </message>
</context>
<context>
    <name>PassphraseSheet</name>
    <message>
        <source>“{file}”导出时用的口令。</source>
        <translation>The passphrase that “{file}” was exported with.</translation>
    </message>
    <message>
        <source>两次不一样。</source>
        <translation>They differ.</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入签名密钥</source>
        <translation>Import a signing key</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出签名密钥</source>
        <translation>Export the signing key</translation>
    </message>
    <message>
        <source>文件“{file}”用口令加密。忘了口令谁也打不开，请另外记好。</source>
        <translation>“{file}” is encrypted with a passphrase. Without it nobody can open the file: keep it somewhere else.</translation>
    </message>
    <message>
        <source>至少 {count} 个字。</source>
        <translation>At least {count} characters.</translation>
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>取走文字</source>
        <translation>Text taken</translation>
    </message>
    <message>
        <source>回到聊天</source>
        <translation>Back to chat</translation>
    </message>
    <message>
        <source>存好剪贴板</source>
        <translation>Clipboard saved</translation>
    </message>
    <message>
        <source>松开按键</source>
        <translation>Keys released</translation>
    </message>
    <message>
        <source>每一步成功了就马上继续，这里是最多等多久；电脑或聊天程序很慢时才需要加大。等不到就不粘贴，文字留在剪贴板里，并告诉您原因。1000 毫秒等于 1 秒。</source>
        <translation>Each step goes on as soon as it succeeds; these are the longest waits. Raise them only if your computer or chat program is slow. If a step fails nothing is pasted, the text stays in the clipboard, and you are told why. 1000 ms is one second.</translation>
    </message>
    <message>
        <source>毫秒</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>等您原来复制的内容存好，粘贴后原样放回。</source>
        <translation>Until what you had copied is safe; it is put back after the paste.</translation>
    </message>
    <message>
        <source>等您松开 Ctrl、Alt、回车等键，以免混进粘贴的按键里。</source>
        <translation>Until you let go of Ctrl, Alt, Enter and so on, so that they don&apos;t mix with the paste.</translation>
    </message>
    <message>
        <source>等聊天窗口取走要粘贴的文字。</source>
        <translation>Until the chat window takes the text.</translation>
    </message>
    <message>
        <source>等聊天窗口重新回到前面。</source>
        <translation>Until the chat window is in front again.</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
</context>
<context>
    <name>PasteStep</name>
    <message>
        <source>快捷键</source>
        <translation>Hotkey</translation>
    </message>
    <message>
        <source>打开练习聊天</source>
        <translation>Open practice chat</translation>
    </message>
    <message>
        <source>收到了！就是这么用。您现在可以开始接待买家了。</source>
        <translation>It arrived! That&apos;s all there is to it. You are ready for your buyers.</translation>
    </message>
    <message>
        <source>旁边是练习聊天，说什么都不会发给真的买家。
1. 点一下练习聊天的输入框，按 {label}
2. 上下键挑一句问候，或打拼音找，例如 zh
3. 按回车，话术就粘贴到输入框里</source>
        <translation>Beside this is a practice chat; nothing you say there reaches a real buyer.
1. Click its input box and press {label}
2. Pick a greeting with the arrow keys, or type pinyin such as zh
3. Press Enter and the phrase is in the box</translation>
    </message>
    <message>
        <source>等您粘贴……</source>
        <translation>Waiting for you to paste…</translation>
    </message>
</context>
<context>
    <name>PhraseCommands</name>
    <message>
        <source>{title}（副本）</source>
        <translation>{title} (copy)</translation>
    </message>
    <message>
        <source>删除 {count} 条话术</source>
        <translation>Delete {count} phrases</translation>
    </message>
    <message>
        <source>复制 {count} 条到我的话术</source>
        <translation>Copy {count} to my phrases</translation>
    </message>
    <message>
        <source>复制 {count} 条话术</source>
        <translation>Duplicate {count} phrases</translation>
    </message>
    <message>
        <source>恢复“{title}”的旧版本</source>
        <translation>Restore an older &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>按列排序或搜索时不能改顺序，请先清空搜索、点“查看 › 原来的顺序”。</source>
        <translation>The order can&apos;t be changed while the list is sorted or searched. Clear the search and choose View › Own order first.</translation>
    </message>
    <message>
        <source>改 {count} 条的岗位</source>
        <translation>Change roles of {count}</translation>
    </message>
    <message>
        <source>改 {count} 条的有效期</source>
        <translation>Change dates of {count}</translation>
    </message>
    <message>
        <source>改 {count} 条的标签</source>
        <translation>Change tags of {count}</translation>
    </message>
    <message>
        <source>改标题为“{text}”</source>
        <translation>Change title to &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>改编码为“{text}”</source>
        <translation>Change code to &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>新建“{title}”</source>
        <translation>New: &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>替换“{find}”（{count} 处）</source>
        <translation>Replace &quot;{find}&quot; ({count} places)</translation>
    </message>
    <message>
        <source>标题不能是空的。</source>
        <translation>The title can&apos;t be empty.</translation>
    </message>
    <message>
        <source>移动 {count} 条到“{name}”</source>
        <translation>Move {count} to &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>调整 {count} 条的顺序</source>
        <translation>Reorder {count}</translation>
    </message>
</context>
<context>
    <name>PhraseDelegate</name>
    <message>
        <source>过期</source>
        <translation>Expired</translation>
    </message>
</context>
<context>
    <name>PhraseEditor</name>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>{why}再按一次 Esc 就放弃修改。</source>
        <translation>{why} Press Esc again to discard the changes.</translation>
    </message>
    <message>
        <source>刚才的修改没有保存：{why}</source>
        <translation>Not saved: {why}</translation>
    </message>
</context>
<context>
    <name>PhraseFacts</name>
    <message>
        <source>不用</source>
        <translation>None</translation>
    </message>
    <message>
        <source>专用快捷键</source>
        <translation>Own hotkey</translation>
    </message>
    <message>
        <source>例如：处理售后 › 退换货</source>
        <translation>e.g. 处理售后 › 退换货</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>去掉专用快捷键</source>
        <translation>Remove the hotkey</translation>
    </message>
    <message>
        <source>备注，只给客服看</source>
        <translation>Note, seen by agents only</translation>
    </message>
    <message>
        <source>岗位（不选就是都能用）</source>
        <translation>Roles (none means all)</translation>
    </message>
    <message>
        <source>总是只复制</source>
        <translation>Always only copy</translation>
    </message>
    <message>
        <source>总是只粘贴</source>
        <translation>Always only paste</translation>
    </message>
    <message>
        <source>总是粘贴并发送</source>
        <translation>Always paste and send</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Valid dates</translation>
    </message>
    <message>
        <source>有效期开始</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>有效期结束</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>照按下的键：粘贴或发送</source>
        <translation>As the key says: paste or send</translation>
    </message>
    <message>
        <source>选中以后</source>
        <translation>When chosen</translation>
    </message>
    <message>
        <source>停用：只留在话术库里</source>
        <translation>Disabled: kept in the library only</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Enabled</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>PhraseList</name>
    <message>
        <source>上下键选择，回车粘贴，Alt 加数字直接粘贴</source>
        <translation>Arrow keys move, Enter pastes, Alt and a digit paste directly</translation>
    </message>
    <message>
        <source>话术列表</source>
        <translation>List of phrases</translation>
    </message>
</context>
<context>
    <name>PhrasePreview</name>
    <message>
        <source>发送前会问：{names}</source>
        <translation>Asked before sending: {names}</translation>
    </message>
    <message>
        <source>在哪个聊天程序里预览</source>
        <translation>Chat program for the preview</translation>
    </message>
    <message>
        <source>用哪个订单预览</source>
        <translation>Order for the preview</translation>
    </message>
    <message>
        <source>内容改好后这里会显示。</source>
        <translation>Updates once the template is right.</translation>
    </message>
</context>
<context>
    <name>PracticeChat</name>
    <message>
        <source>发送</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>对方正在输入…</source>
        <translation>typing…</translation>
    </message>
    <message>
        <source>我</source>
        <translation>I</translation>
    </message>
    <message>
        <source>按 {hotkey} 呼出话术</source>
        <translation>{hotkey} brings up your phrases</translation>
    </message>
    <message>
        <source>练习对象，说什么都不会发给真的买家</source>
        <translation>For practice: nothing reaches a real buyer</translation>
    </message>
    <message>
        <source>聊天记录</source>
        <translation>Chat</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>待补 {count} 项：{names}</source>
        <translation>{count} to fill in: {names}</translation>
    </message>
    <message>
        <source>措辞 {which}</source>
        <translation>Wording {which}</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>粘贴并发送</source>
        <translation>Paste &amp; send</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>粘贴前有 {count} 处要看一眼</source>
        <translation>{count} to look at before pasting</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>使用记录</source>
        <translation>Use of phrases</translation>
    </message>
    <message>
        <source>修改历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>出错时查原因用，只有编号和数字。</source>
        <translation>For finding errors. Only numbers and identifiers.</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>哪条话术什么时候用过，用来排序；没有内容，也没有买家。</source>
        <translation>Which phrase was used when, for ranking. No texts, no buyers.</translation>
    </message>
    <message>
        <source>图片和文件</source>
        <translation>Pictures and files</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>已删除：{what}。</source>
        <translation>Deleted: {what}.</translation>
    </message>
    <message>
        <source>您自己的话术，和最近的修改。</source>
        <translation>Your own phrases and the latest changes.</translation>
    </message>
    <message>
        <source>搜索索引</source>
        <translation>Search index</translation>
    </message>
    <message>
        <source>搜过却没有结果的词，提醒您补话术；含买家信息的不记。</source>
        <translation>Words that found nothing, so that you know what to write. None with buyers&apos; details.</translation>
    </message>
    <message>
        <source>没找到的词</source>
        <translation>Missed searches</translation>
    </message>
    <message>
        <source>真的删除？</source>
        <translation>Really delete?</translation>
    </message>
    <message>
        <source>让搜索更快，删掉会自动重建。</source>
        <translation>Makes searching fast. Comes back by itself.</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>话术库</source>
        <translation>Phrase library</translation>
    </message>
    <message>
        <source>话术库其他日子的样子。</source>
        <translation>The library as it was on other days.</translation>
    </message>
    <message>
        <source>话术每次修改以前的样子。</source>
        <translation>Phrases as they were before each change.</translation>
    </message>
    <message>
        <source>话术里的附件。</source>
        <translation>Attachments of phrases.</translation>
    </message>
    <message>
        <source>运行日志</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>这个窗口里的选择。</source>
        <translation>Your choices in this window.</translation>
    </message>
    <message>
        <source>隐私</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>只在您打开“记住订单”时才有，加密存放，到期自动删除。</source>
        <translation>Only while “Remember orders” is on; encrypted, deleted when their days are over.</translation>
    </message>
    <message>
        <source>所有数据都只在这台电脑上。买家的昵称、订单和您为买家填写的内容只在内存里，退出就没有了，不写进任何文件；只有您打开“记住订单”，订单才加密存下来。粘贴时剪贴板里的内容标记为隐私，不进剪贴板历史。</source>
        <translation>All data stays on this computer. Nicks, orders and what you fill in for buyers are kept in memory only and are gone when the program ends; nothing of it is written to any file. Only if you switch on “Remember orders” are orders kept, encrypted. What is pasted is marked private in the clipboard and kept out of clipboard histories.</translation>
    </message>
    <message>
        <source>记住的订单</source>
        <translation>Remembered orders</translation>
    </message>
</context>
<context>
    <name>ProgramsPage</name>
    <message>
        <source>{name} · 已改</source>
        <translation>{name} · changed</translation>
    </message>
    <message>
        <source>保留换行</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>发送之前</source>
        <translation>Before sending</translation>
    </message>
    <message>
        <source>发送的按键</source>
        <translation>Send keys</translation>
    </message>
    <message>
        <source>取走文字</source>
        <translation>Text taken</translation>
    </message>
    <message>
        <source>合成一行</source>
        <translation>One line</translation>
    </message>
    <message>
        <source>多数程序是 Ctrl+V，终端常是 Ctrl+Shift+V 或 Shift+Insert。</source>
        <translation>Mostly Ctrl+V; terminals often want Ctrl+Shift+V or Shift+Insert.</translation>
    </message>
    <message>
        <source>它取走文字后安静这么久，才把原来的剪贴板放回去。</source>
        <translation>Once it has taken the text and is quiet for this long, your clipboard is put back.</translation>
    </message>
    <message>
        <source>小二快答试粘贴：第一行
第二行，收到请忽略</source>
        <translation>Xiaoer test: line one
line two, please ignore</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>按 Ctrl+Enter 粘贴并发送时，粘贴后按的键。</source>
        <translation>Pressed after the paste when you choose Ctrl+Enter.</translation>
    </message>
    <message>
        <source>换行</source>
        <translation>Line breaks</translation>
    </message>
    <message>
        <source>换行会把一条话术拆成几条发出时，选“合成一行”。</source>
        <translation>Choose &quot;One line&quot; if each line is sent as a message of its own.</translation>
    </message>
    <message>
        <source>最多等它取走要粘贴的文字。</source>
        <translation>Longest wait until it takes the text.</translation>
    </message>
    <message>
        <source>毫秒</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>点按钮后三秒内点到聊天窗口的输入框，示例会按上面的设置粘贴过去，不会发送；不换窗口就粘贴到这里。</source>
        <translation>Click, then within three seconds click into the chat&apos;s input box: a sample is pasted there with the settings above, and not sent. Stay here and it is pasted here.</translation>
    </message>
    <message>
        <source>粘贴之后</source>
        <translation>After paste</translation>
    </message>
    <message>
        <source>粘贴后等这么久再按发送的键。</source>
        <translation>Between the paste and the send keys.</translation>
    </message>
    <message>
        <source>粘贴成功，用了 {ms} 毫秒。</source>
        <translation>Pasted, in {ms} ms.</translation>
    </message>
    <message>
        <source>粘贴的按键</source>
        <translation>Paste keys</translation>
    </message>
    <message>
        <source>聊天程序</source>
        <translation>Chat programs</translation>
    </message>
    <message>
        <source>聊天程序的粘贴方式一般不用改。某个程序粘贴不上、发不出去或分成了几条，在这里单独为它设置。</source>
        <translation>These rarely need changing. If a program doesn&apos;t paste, doesn&apos;t send, or splits a phrase into several messages, set it up here.</translation>
    </message>
    <message>
        <source>试一试</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>教小二认买家…</source>
        <translation>Teach who the buyer is…</translation>
    </message>
    <message>
        <source>窗口标题里有买家的名字、弹窗却没认出来或认错时，在标题里选一次，以后就认得。</source>
        <translation>When a window&apos;s title names the buyer but the popup shows nobody or somebody else, mark the name in the title once; from then on it is known.</translation>
    </message>
    <message>
        <source>认买家</source>
        <translation>Buyers</translation>
    </message>
</context>
<context>
    <name>RemarkBox</name>
    <message>
        <source>改动和遗漏</source>
        <translation>Changes and omissions</translation>
    </message>
    <message>
        <source>还有 {count} 条，复制后可以看到全部</source>
        <translation>{count} more; copy to see them all</translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>要注意的地方</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>还有 {count} 处</source>
        <translation>{count} more</translation>
    </message>
</context>
<context>
    <name>RemarkSheet</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制整份清单</source>
        <translation>Copy the whole list</translation>
    </message>
    <message>
        <source>已复制。</source>
        <translation>Copied.</translation>
    </message>
</context>
<context>
    <name>ReplaceSheet</name>
    <message>
        <source>{count} 处，在 {phrases} 条话术里{more}</source>
        <translation>{count} places in {phrases} phrases{more}</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>区分大小写</source>
        <translation>Match case</translation>
    </message>
    <message>
        <source>在 {count} 条话术中查找；勾选的地方才会替换，可以撤销。</source>
        <translation>Searches {count} phrases. Only ticked places are replaced; it can be undone.</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>替换 {count} 处</source>
        <translation>Replace {count}</translation>
    </message>
    <message>
        <source>替换为</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>查找替换</source>
        <translation>Find and replace</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>正在查找… {done:.0%}</source>
        <translation>Searching… {done:.0%}</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>（只列出前面这些）</source>
        <translation> (only the first are listed)</translation>
    </message>
</context>
<context>
    <name>RoleSheet</name>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>这 {count} 条话术给哪些岗位用？一个都不选，就是所有岗位。</source>
        <translation>Which roles are these {count} phrases for? None ticked means all.</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>停用</source>
        <translation>Disabled</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>下面自己添加的词语。</source>
        <translation>The words that you add below.</translation>
    </message>
    <message>
        <source>不在有效期</source>
        <translation>Out of date</translation>
    </message>
    <message>
        <source>不检查</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>伤人的话。</source>
        <translation>Words that hurt.</translation>
    </message>
    <message>
        <source>保证、永久、一定能到等容易引起投诉的说法。</source>
        <translation>“Guaranteed”, “forever”, “will surely arrive”: what leads to complaints.</translation>
    </message>
    <message>
        <source>做不到的承诺</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>别人的订单</source>
        <translation>Another&apos;s order</translation>
    </message>
    <message>
        <source>别处的表情代码</source>
        <translation>Foreign codes</translation>
    </message>
    <message>
        <source>加微信、私下转账、好评返现等平台会处罚的说法。</source>
        <translation>Asking to add on WeChat, to pay privately, paying for praise: what platforms punish.</translation>
    </message>
    <message>
        <source>同样的话今天已经发给过这位买家。</source>
        <translation>This buyer has already got the same sentence today.</translation>
    </message>
    <message>
        <source>听起来像拒绝或责备，没有给出下一步。</source>
        <translation>Sounds like a refusal or a reproach, with no next step.</translation>
    </message>
    <message>
        <source>回复里有完整的手机号或座机号，话术本身并没有要它。</source>
        <translation>A full phone number is in the reply though the phrase does not ask for it.</translation>
    </message>
    <message>
        <source>回复里有完整的收货地址，话术本身并没有要它。</source>
        <translation>A full address is in the reply though the phrase does not ask for it.</translation>
    </message>
    <message>
        <source>回复里还留着 〔订单号〕、{{ }} 这样的记号。</source>
        <translation>Marks such as 〔订单号〕 or {{ }} are still in the reply.</translation>
    </message>
    <message>
        <source>在这个聊天程序里只会显示成文字。</source>
        <translation>Emoticon codes that this chat program shows as plain text.</translation>
    </message>
    <message>
        <source>填好以后没有可发的内容。</source>
        <translation>Nothing is left to send once it is filled in.</translation>
    </message>
    <message>
        <source>太长</source>
        <translation>Too long</translation>
    </message>
    <message>
        <source>完整地址</source>
        <translation>Full address</translation>
    </message>
    <message>
        <source>完整电话</source>
        <translation>Full phone</translation>
    </message>
    <message>
        <source>广告禁用语</source>
        <translation>Advertising</translation>
    </message>
    <message>
        <source>引到平台外</source>
        <translation>Off the platform</translation>
    </message>
    <message>
        <source>弹窗打开以后，聊天窗口换了买家。</source>
        <translation>The chat window has gone to another buyer since the popup opened.</translation>
    </message>
    <message>
        <source>换了对话</source>
        <translation>Another chat</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>最、第一、国家级等广告法不允许的说法。</source>
        <translation>“Best”, “number one” and other claims that advertising law forbids.</translation>
    </message>
    <message>
        <source>没填好的地方</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>生硬的话</source>
        <translation>Harsh words</translation>
    </message>
    <message>
        <source>用到的订单不是眼前这位买家的。</source>
        <translation>The order used is not that of the buyer in front.</translation>
    </message>
    <message>
        <source>禁止</source>
        <translation>Forbid</translation>
    </message>
    <message>
        <source>空的回复</source>
        <translation>Empty reply</translation>
    </message>
    <message>
        <source>自己的敏感词</source>
        <translation>Own words</translation>
    </message>
    <message>
        <source>表情太多</source>
        <translation>Many emoticons</translation>
    </message>
    <message>
        <source>话术过期了，或者还没到可以用的日子。</source>
        <translation>The phrase has expired, or its first day is still to come.</translation>
    </message>
    <message>
        <source>超过聊天程序一条消息的字数。</source>
        <translation>More characters than the chat program takes in one message.</translation>
    </message>
    <message>
        <source>超过聊天程序一条消息的表情个数。</source>
        <translation>More emoticons than the chat program takes in one message.</translation>
    </message>
    <message>
        <source>辱骂</source>
        <translation>Insults</translation>
    </message>
    <message>
        <source>重复发送</source>
        <translation>Sent again</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>{level}，不能放宽</source>
        <translation>{level}, always</translation>
    </message>
    <message>
        <source>发送前检查</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>回复里出现这些词语时会提醒；填了“换成什么”，就能一键改好。</source>
        <translation>You are asked when one of these words is in a reply; with a replacement it is mended with one key.</translation>
    </message>
    <message>
        <source>团队已经添加：{words}</source>
        <translation>Added by the team: {words}</translation>
    </message>
    <message>
        <source>团队要求</source>
        <translation>Set by the team</translation>
    </message>
    <message>
        <source>团队要求至少“{level}”。</source>
        <translation> The team asks for “{level}” at least.</translation>
    </message>
    <message>
        <source>每条回复粘贴前都会检查一遍。“提醒”会先给您看，可以一键改好，也可以仍然粘贴；“禁止”则必须改好。团队定下的规则带锁，只能更严。</source>
        <translation>Every reply is checked before it is pasted. “Ask” shows it to you first: mend it with one key, or paste it all the same. “Forbid” means it has to be mended. Rules that the team has set carry a lock and can only be made stricter.</translation>
    </message>
    <message>
        <source>添加词语</source>
        <translation>Add a word</translation>
    </message>
    <message>
        <source>自己的敏感词</source>
        <translation>Own words</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>搜索话术</source>
        <translation>Search phrases</translation>
    </message>
    <message>
        <source>搜索话术、编码、标签…</source>
        <translation>Search phrases, codes, tags…</translation>
    </message>
    <message>
        <source>输入文字或编码筛选，回车粘贴，Esc 关闭</source>
        <translation>Type words or a code; Enter pastes, Esc closes</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>小二快答设置</source>
        <translation>Xiaoer settings</translation>
    </message>
    <message>
        <source>设置分类</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>{word}，您好，欢迎光临{shop}{agent}。今天 {cutoff} 前付款当天{courier}发出，有问题随时找{own}～</source>
        <translation>{word}，您好，欢迎光临{shop}{agent}。今天 {cutoff} 前付款当天{courier}发出，有问题随时找{own}～</translation>
    </message>
    <message>
        <source>亲</source>
        <translation>亲</translation>
    </message>
    <message>
        <source>例如 9:00-23:00。</source>
        <translation>For example 9:00-23:00.</translation>
    </message>
    <message>
        <source>例如 亲、客官、您。</source>
        <translation>For example 亲, 客官, 您.</translation>
    </message>
    <message>
        <source>例如 小二、小店、客服。</source>
        <translation>For example 小二, 小店, 客服.</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>在线时间</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>客服自称</source>
        <translation>You call yourself</translation>
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
        <translation>Shop</translation>
    </message>
    <message>
        <source>店铺与客服</source>
        <translation>Shop and agent</translation>
    </message>
    <message>
        <source>店铺名</source>
        <translation>Shop name</translation>
    </message>
    <message>
        <source>您的花名</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>我</source>
        <translation>I</translation>
    </message>
    <message>
        <source>我的店铺</source>
        <translation>My shop</translation>
    </message>
    <message>
        <source>截单时间</source>
        <translation>Ships same day</translation>
    </message>
    <message>
        <source>收件人、电话和地址写成一行。</source>
        <translation>Name, phone and address on one line.</translation>
    </message>
    <message>
        <source>新店铺</source>
        <translation>New shop</translation>
    </message>
    <message>
        <source>添加店铺</source>
        <translation>Add shop</translation>
    </message>
    <message>
        <source>由{name}</source>
        <translation>由{name}</translation>
    </message>
    <message>
        <source>真的删除？</source>
        <translation>Really delete?</translation>
    </message>
    <message>
        <source>称呼买家</source>
        <translation>Buyers are called</translation>
    </message>
    <message>
        <source>窗口标题里有</source>
        <translation>Window title has</translation>
    </message>
    <message>
        <source>聊天窗口的标题里有这些字就用这家店，几个词用逗号隔开；空着就按店铺名认。</source>
        <translation>Chats whose window title holds this belong to this shop; commas between words. Blank means the shop&apos;s name.</translation>
    </message>
    <message>
        <source>话术里用到的固定内容，在这里填一次就好。开了几家店，就按聊天窗口的标题自动选用。</source>
        <translation>What phrases say again and again; write it once. With several shops, the title of the chat window decides.</translation>
    </message>
    <message>
        <source>这个时间以前付款当天发货，例如 16:00。</source>
        <translation>Orders paid by then ship the same day, e.g. 16:00.</translation>
    </message>
    <message>
        <source>退货地址</source>
        <translation>Return address</translation>
    </message>
    <message>
        <source>默认快递</source>
        <translation>Courier</translation>
    </message>
    <message>
        <source>（没有名字）</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>，我是{name}</source>
        <translation>，我是{name}</translation>
    </message>
    <message>
        <source>付款后几天内可以价保。</source>
        <translation>Days after payment in which the price is protected.</translation>
    </message>
    <message>
        <source>价保天数</source>
        <translation>Days of price protection</translation>
    </message>
    <message>
        <source>签收后几天内可以退货，话术里的“可退货”按它计算。</source>
        <translation>Days after delivery in which a return is possible; “可退货” in phrases goes by it.</translation>
    </message>
    <message>
        <source>签收后质保多少天；没有质保就空着。</source>
        <translation>Days of warranty after delivery; empty when there is none.</translation>
    </message>
    <message>
        <source>质保天数</source>
        <translation>Days of warranty</translation>
    </message>
    <message>
        <source>退货天数</source>
        <translation>Days to return</translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>店铺名</source>
        <translation>Shop name</translation>
    </message>
    <message>
        <source>弹窗先列出这个岗位的话术。</source>
        <translation>The popup starts with this role&apos;s phrases.</translation>
    </message>
    <message>
        <source>您的花名</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>话术里的店铺名和花名会自动填上。不填也行，以后在设置里改。</source>
        <translation>Phrases fill in the shop&apos;s name and yours. You can leave this blank and set it later.</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>可以填的内容</source>
        <translation>What can be filled in</translation>
    </message>
</context>
<context>
    <name>TableCommands</name>
    <message>
        <source>CSV 文件 (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>删除表格</source>
        <translation>Delete table</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入表格</source>
        <translation>Import tables</translation>
    </message>
    <message>
        <source>导出表格</source>
        <translation>Export table</translation>
    </message>
    <message>
        <source>已删除“{name}”，按 Ctrl+Z 可以找回来。</source>
        <translation>“{name}” was deleted. Ctrl+Z brings it back.</translation>
    </message>
    <message>
        <source>已导入 {count} 个表格，请看看每一列是条件还是结果。</source>
        <translation>{count} imported. Please check which columns are keys and which are answers.</translation>
    </message>
    <message>
        <source>已经有这个名字的表格。</source>
        <translation>There is a table of this name.</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>新建表格</source>
        <translation>New table</translation>
    </message>
    <message>
        <source>新表格</source>
        <translation>New table</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>表格文件 (*.csv *.xlsx *.xls)</source>
        <translation>Tables (*.csv *.xlsx *.xls)</translation>
    </message>
</context>
<context>
    <name>TablesActions</name>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>从 Excel、CSV 导入…</source>
        <translation>Import Excel or CSV…</translation>
    </message>
    <message>
        <source>切换窗格</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>列名和用途…</source>
        <translation>Heading and use…</translation>
    </message>
    <message>
        <source>删除这一列</source>
        <translation>Delete this column</translation>
    </message>
    <message>
        <source>删除这个表格</source>
        <translation>Delete this table</translation>
    </message>
    <message>
        <source>删除选中的行</source>
        <translation>Delete chosen rows</translation>
    </message>
    <message>
        <source>到下一处问题</source>
        <translation>Next problem</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>右移</source>
        <translation>Move right</translation>
    </message>
    <message>
        <source>在上面插入一行</source>
        <translation>Insert row above</translation>
    </message>
    <message>
        <source>在下面插入一行</source>
        <translation>Insert row below</translation>
    </message>
    <message>
        <source>在右边插入一列…</source>
        <translation>Insert column to the right…</translation>
    </message>
    <message>
        <source>在左边插入一列…</source>
        <translation>Insert column to the left…</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>导出成 CSV…</source>
        <translation>Export as CSV…</translation>
    </message>
    <message>
        <source>左移</source>
        <translation>Move left</translation>
    </message>
    <message>
        <source>恢复成原来的内容</source>
        <translation>Restore the original</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>改名…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>新建表格…</source>
        <translation>New table…</translation>
    </message>
    <message>
        <source>清空格子</source>
        <translation>Clear cells</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>TablesEditing</name>
    <message>
        <source>恢复成原来的内容</source>
        <translation>Restore the original</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
</context>
<context>
    <name>TablesPanes</name>
    <message>
        <source>{count} 处问题</source>
        <translation>{count} problems</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>复制写法</source>
        <translation>Copy for phrases</translation>
    </message>
    <message>
        <source>新建表格</source>
        <translation>New table</translation>
    </message>
    <message>
        <source>新建表格（Ctrl+N）</source>
        <translation>New table (Ctrl+N)</translation>
    </message>
    <message>
        <source>方向键移动，直接输入修改，回车到下一行，F6 切换窗格</source>
        <translation>Arrow keys move, typing edits, Enter goes down, F6 to the next pane</translation>
    </message>
    <message>
        <source>有 {count} 处可以看看，已在格子里标出。F8 到下一处。</source>
        <translation>{count} places worth a look are marked. F8 goes to the next.</translation>
    </message>
    <message>
        <source>有 {count} 处问题，已在格子里标出。F8 到下一处。</source>
        <translation>{count} problems are marked. F8 goes to the next.</translation>
    </message>
    <message>
        <source>没有发现问题。改动会自动保存。</source>
        <translation>No problems found. Changes are saved by themselves.</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>表格内容</source>
        <translation>Cells</translation>
    </message>
    <message>
        <source>还没有表格。点“新建表格”，或从 Excel、CSV 导入。</source>
        <translation>No tables yet. Make a new one, or import from Excel or CSV.</translation>
    </message>
</context>
<context>
    <name>TablesWindow</name>
    <message>
        <source>已复制 {text}，粘贴到话术里就能用。</source>
        <translation>Copied {text}. Paste it into a phrase.</translation>
    </message>
    <message>
        <source>表格 - 小二快答</source>
        <translation>Tables - Xiaoer</translation>
    </message>
    <message>
        <source>要有条件列和结果列才能查。</source>
        <translation>A lookup needs a key column and an answer column.</translation>
    </message>
</context>
<context>
    <name>TablesWords</name>
    <message>
        <source>例如 155-160、70以上、3kg以内、&lt;50。单位写在列名里，像 体重(kg)，买家说斤也能换算。</source>
        <translation>For example 155-160, ≥70, ≤3kg, &lt;50. Put the unit into the heading, like Weight(kg); other units are converted.</translation>
    </message>
    <message>
        <source>例如 满99、199、399。按达到的最高一档。</source>
        <translation>For example ≥99, 199, 399. The highest step that was reached counts.</translation>
    </message>
    <message>
        <source>和第 {other} 行一样，可以删掉一行。</source>
        <translation>the same as row {other}; one of them can go.</translation>
    </message>
    <message>
        <source>和第 {other} 行之间有空当，落在中间的会先问您。</source>
        <translation>there is a gap after row {other}; what falls into it is asked.</translation>
    </message>
    <message>
        <source>和第 {other} 行有重叠，重叠的部分会先问您。</source>
        <translation>overlaps with row {other}; what both hold is asked.</translation>
    </message>
    <message>
        <source>和第 {other} 行条件一样，结果却不同，会先问您。</source>
        <translation>the same keys as row {other} but another answer; it is asked.</translation>
    </message>
    <message>
        <source>团队的</source>
        <translation>The team’s</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>已改成自己的</source>
        <translation>Changed by you</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>文字要一样才算。一格可以写几个，用顿号隔开；写“其他”就是其余的全部。</source>
        <translation>The text must be the same. A cell may hold several with 、 between them; * stands for all others.</translation>
    </message>
    <message>
        <source>有两列叫同一个名字。</source>
        <translation>two columns have the same heading.</translation>
    </message>
    <message>
        <source>条件：地区</source>
        <translation>Key: place</translation>
    </message>
    <message>
        <source>条件：数字范围</source>
        <translation>Key: range of numbers</translation>
    </message>
    <message>
        <source>条件：文字</source>
        <translation>Key: text</translation>
    </message>
    <message>
        <source>条件：满多少</source>
        <translation>Key: from an amount on</translation>
    </message>
    <message>
        <source>查到以后填进话术的内容，随便写什么。</source>
        <translation>What a lookup puts into the phrase: any text.</translation>
    </message>
    <message>
        <source>没有写单位，请写成 体重(kg) 或 体重(斤)。</source>
        <translation>no unit: write Weight(kg), for example.</translation>
    </message>
    <message>
        <source>满额</source>
        <translation>From</translation>
    </message>
    <message>
        <source>第 {row} 行：{sentence}</source>
        <translation>Row {row}: {sentence}</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>结果是空的，会先问您。</source>
        <translation>the answer is empty; it is asked.</translation>
    </message>
    <message>
        <source>自己的</source>
        <translation>Your own</translation>
    </message>
    <message>
        <source>自带的示例</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>还没有条件列：至少要有一列用来查。</source>
        <translation>No key column yet: at least one is needed to look up by.</translation>
    </message>
    <message>
        <source>还没有结果列：至少要有一列是查到的内容。</source>
        <translation>No answer column yet: at least one must hold what is found.</translation>
    </message>
    <message>
        <source>这一列没有名字。</source>
        <translation>This column has no heading.</translation>
    </message>
    <message>
        <source>这一格是空的，这一行查不到；不限就写“不限”。</source>
        <translation>an empty cell: this row is never found. Write * for any.</translation>
    </message>
    <message>
        <source>这一格看不懂，这一行查不到。</source>
        <translation>this cell can’t be read: the row is never found.</translation>
    </message>
    <message>
        <source>例如 浙江、江浙沪、浙江省杭州市、全国（不含港澳台）、其他。写到市的比写到省的优先。</source>
        <translation>For example 浙江, 江浙沪, 浙江省杭州市, 全国 (the mainland), 其他 (all others). A city comes before its province.</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>标签 {tag}，按删除键去掉</source>
        <translation>Tag {tag}; Delete removes it</translation>
    </message>
    <message>
        <source>点一下去掉这个标签</source>
        <translation>Click to remove this tag</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>加标签</source>
        <translation>Add a tag</translation>
    </message>
    <message>
        <source>加标签，回车确定</source>
        <translation>Add a tag, Enter to finish</translation>
    </message>
</context>
<context>
    <name>TagSheet</name>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>现有：{tags}</source>
        <translation>Now: {tags}</translation>
    </message>
    <message>
        <source>给 {count} 条话术加上或去掉标签，几个标签用逗号隔开。</source>
        <translation>Add tags to {count} phrases or take them away; put commas between tags.</translation>
    </message>
</context>
<context>
    <name>TargetChip</name>
    <message>
        <source>粘贴到 {target}</source>
        <translation>Paste to {target}</translation>
    </message>
    <message>
        <source>买家不对？点这里教小二认（Ctrl+T）</source>
        <translation>Wrong buyer? Click here to teach Xiaoer (Ctrl+T)</translation>
    </message>
</context>
<context>
    <name>TastePage</name>
    <message>
        <source>不限</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>岗位与语气</source>
        <translation>Role and tone</translation>
    </message>
    <message>
        <source>弹窗先列出这个岗位的话术。</source>
        <translation>The popup starts with this role&apos;s phrases.</translation>
    </message>
    <message>
        <source>话术有多种语言的说法时优先用哪一种。</source>
        <translation>Preferred where a phrase has wordings in several languages.</translation>
    </message>
    <message>
        <source>话术有这种说法时优先用它。</source>
        <translation>Used where a phrase has such a wording.</translation>
    </message>
    <message>
        <source>话术语言</source>
        <translation>Reply in</translation>
    </message>
    <message>
        <source>语气</source>
        <translation>Tone</translation>
    </message>
</context>
<context>
    <name>TeachSheet</name>
    <message>
        <source>“{nick}”不会是买家的名字，请选中别的字。</source>
        <translation>“{nick}” is no buyer&apos;s name; please mark something else.</translation>
    </message>
    <message>
        <source>买家：{nick}</source>
        <translation>Buyer: {nick}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>其他标题</source>
        <translation>Other titles</translation>
    </message>
    <message>
        <source>同样的办法用在这个程序的其他标题上（点一条可以改用它来教）：</source>
        <translation>The same rule on other titles of this program (click one to teach with it instead):</translation>
    </message>
    <message>
        <source>在窗口标题里选中买家的名字：按住鼠标划过，或按 Shift+方向键；双击选中一段。</source>
        <translation>Mark the buyer&apos;s name in the window&apos;s title: draw the mouse over it, or press Shift+arrow keys; a double click marks a part.</translation>
    </message>
    <message>
        <source>忘掉教过的</source>
        <translation>Forget what was taught</translation>
    </message>
    <message>
        <source>教小二认买家</source>
        <translation>Teach who the buyer is</translation>
    </message>
    <message>
        <source>没有买家</source>
        <translation>no buyer</translation>
    </message>
    <message>
        <source>窗口标题</source>
        <translation>Window title</translation>
    </message>
    <message>
        <source>聊天程序</source>
        <translation>Chat program</translation>
    </message>
    <message>
        <source>还没有见过聊天窗口：先在聊天窗口里呼出一次小二快答，再来教。</source>
        <translation>No chat window was seen yet: call Xiaoer in a chat window once, then come back to teach.</translation>
    </message>
    <message>
        <source>这个程序教过，但这次还没有见过它的窗口。</source>
        <translation>This program was taught earlier, but none of its windows was seen this time.</translation>
    </message>
    <message>
        <source>这个程序的标题又按小二原来的办法认</source>
        <translation>Read this program&apos;s titles as before anything was taught</translation>
    </message>
    <message>
        <source>这个程序的窗口标题里从来没有买家的名字</source>
        <translation>No title of this program ever holds a buyer&apos;s name</translation>
    </message>
    <message>
        <source>这个窗口里没有买家</source>
        <translation>No buyer in this window</translation>
    </message>
    <message>
        <source>选中的字里认不出买家：请只选名字，网页标题里还要留下别的字。</source>
        <translation>No buyer can be read from the mark: mark the name only, and leave something of a page&apos;s title.</translation>
    </message>
    <message>
        <source>（整个标题都当作名字）</source>
        <translation> (the whole title is taken for the name)</translation>
    </message>
    <message>
        <source>现在认不出买家，请选中名字。</source>
        <translation>No buyer can be read here now; please mark the name.</translation>
    </message>
    <message>
        <source>现在认的买家：{nick}</source>
        <translation>The buyer as it is read now: {nick}</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>专业</source>
        <translation>Formal</translation>
    </message>
    <message>
        <source>亲切</source>
        <translation>Warm</translation>
    </message>
    <message>
        <source>千牛 / 旺旺</source>
        <translation>Qianniu / Wangwang</translation>
    </message>
    <message>
        <source>售中</source>
        <translation>In-sale</translation>
    </message>
    <message>
        <source>售前</source>
        <translation>Pre-sale</translation>
    </message>
    <message>
        <source>售后</source>
        <translation>After-sale</translation>
    </message>
    <message>
        <source>当前窗口</source>
        <translation>Current window</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>技术</source>
        <translation>Technical</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>抖店飞鸽</source>
        <translation>Feige (Douyin)</translation>
    </message>
    <message>
        <source>抖店飞鸽（网页）</source>
        <translation>Feige (web)</translation>
    </message>
    <message>
        <source>活泼</source>
        <translation>Lively</translation>
    </message>
    <message>
        <source>练习聊天</source>
        <translation>Practice chat</translation>
    </message>
    <message>
        <source>终端</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>网页聊天</source>
        <translation>Web chat</translation>
    </message>
    <message>
        <source>已发货的订单</source>
        <translation>Shipped order</translation>
    </message>
    <message>
        <source>已签收的订单</source>
        <translation>Delivered order</translation>
    </message>
    <message>
        <source>待付款的订单</source>
        <translation>Unpaid order</translation>
    </message>
    <message>
        <source>待发货的订单</source>
        <translation>Order to ship</translation>
    </message>
    <message>
        <source>没有订单</source>
        <translation>No order</translation>
    </message>
    <message>
        <source>退款中的订单</source>
        <translation>Order in refund</translation>
    </message>
    <message>
        <source>京东咚咚</source>
        <translation>JD Dongdong</translation>
    </message>
    <message>
        <source>京东咚咚（网页）</source>
        <translation>JD Dongdong (web)</translation>
    </message>
    <message>
        <source>企业微信</source>
        <translation>WeCom</translation>
    </message>
    <message>
        <source>千牛 / 旺旺（网页）</source>
        <translation>Qianniu / Wangwang (web)</translation>
    </message>
    <message>
        <source>微信小程序</source>
        <translation>WeChat mini program</translation>
    </message>
    <message>
        <source>拼多多</source>
        <translation>Pinduoduo</translation>
    </message>
    <message>
        <source>拼多多（网页）</source>
        <translation>Pinduoduo (web)</translation>
    </message>
    <message>
        <source>钉钉</source>
        <translation>DingTalk</translation>
    </message>
    <message>
        <source>飞书</source>
        <translation>Feishu</translation>
    </message>
</context>
<context>
    <name>TrashSheet</name>
    <message>
        <source>{count} 条</source>
        <translation>{count} phrases</translation>
    </message>
    <message>
        <source>{verb}（{count} 条）</source>
        <translation>{verb} ({count})</translation>
    </message>
    <message>
        <source>不再留在回收站（Delete）</source>
        <translation>No longer kept in the trash (Delete)</translation>
    </message>
    <message>
        <source>删掉的话术在这里，随时可以恢复。按住 Ctrl 或 Shift 可以选多条。</source>
        <translation>Deleted phrases stay here and can be restored at any time. Hold Ctrl or Shift to select several.</translation>
    </message>
    <message>
        <source>回收站</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>回收站是空的。</source>
        <translation>The trash is empty.</translation>
    </message>
    <message>
        <source>回收站里的话术</source>
        <translation>Phrases in the trash</translation>
    </message>
    <message>
        <source>彻底删除</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>彻底删除回收站里的全部话术</source>
        <translation>Deletes everything in the trash for good</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>放回原来的分类（回车）</source>
        <translation>Back to where it was (Enter)</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>清空回收站</source>
        <translation>Empty the trash</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>小二快答</source>
        <translation>Xiaoer</translation>
    </message>
    <message>
        <source>快捷键已暂停</source>
        <translation>hotkey paused</translation>
    </message>
    <message>
        <source>打开小二快答</source>
        <translation>Open Xiaoer</translation>
    </message>
    <message>
        <source>按 {hotkey} 或</source>
        <translation>Press {hotkey} or </translation>
    </message>
    <message>
        <source>暂停快捷键</source>
        <translation>Pause hotkey</translation>
    </message>
    <message>
        <source>练习聊天</source>
        <translation>Practice chat</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>话术库</source>
        <translation>Phrase library</translation>
    </message>
    <message>
        <source>请</source>
        <translation>Please </translation>
    </message>
    <message>
        <source>这个桌面没有托盘区，小二快答已在后台运行。{how}运行 xiaoer popup 打开，设置用 xiaoer settings。</source>
        <translation>This desktop has no tray. Xiaoer is running in the background. {how}run xiaoer popup to open it, xiaoer settings for the settings.</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>订单…</source>
        <translation>Orders…</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>{left} 秒后粘贴…</source>
        <translation>Pasting in {left} s…</translation>
    </message>
    <message>
        <source>三秒后试粘贴</source>
        <translation>Paste in three seconds</translation>
    </message>
    <message>
        <source>试粘贴的输入框</source>
        <translation>Field for trying</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>“{name}”已经换了新密钥，这个话术包却用旧密钥签名。</source>
        <translation>“{name}” has a new key, but this pack is signed with the old one. </translation>
    </message>
    <message>
        <source>“{name}”换了新密钥，原来的密钥为它作了保，照旧信任。</source>
        <translation>“{name}” has a new key; the old one vouches for it, so it is trusted too. </translation>
    </message>
    <message>
        <source>它的签名方式小二快答还不认识，不能核实。</source>
        <translation>It is signed in a way that this version does not know and cannot verify. </translation>
    </message>
    <message>
        <source>它自称“{name}”，密钥却不是您信任的“{before}”那一把，可能有人冒名。</source>
        <translation>It claims to be “{name}”, but the key is not the one of “{before}” that you trust: somebody may be using the name. </translation>
    </message>
    <message>
        <source>您已经不再信任“{name}”的这把密钥。</source>
        <translation>You have stopped trusting this key of “{name}”. </translation>
    </message>
    <message>
        <source>版本同样是 {version}，内容却和上次的不一样。</source>
        <translation>The version is {version} as before, but the content differs from last time. </translation>
    </message>
    <message>
        <source>由您信任的“{name}”签名。</source>
        <translation>Signed by “{name}”, whom you trust. </translation>
    </message>
    <message>
        <source>由您自己的密钥签名。</source>
        <translation>Signed with your own key. </translation>
    </message>
    <message>
        <source>确定来历再安装。</source>
        <translation>Install it only if you know where it comes from.</translation>
    </message>
    <message>
        <source>确定要退回旧版本再安装。</source>
        <translation>Install it only if you mean to go back.</translation>
    </message>
    <message>
        <source>签名和内容对不上：话术包签名以后被改过，或者传送时损坏了。</source>
        <translation>Signature and content do not match: the pack was changed after signing, or damaged on its way. </translation>
    </message>
    <message>
        <source>签名完好，但您还没有信任过这把密钥，它自称“{name}”。</source>
        <translation>The signature is sound, but you have not trusted this key yet; it claims to be “{name}”. </translation>
    </message>
    <message>
        <source>请先问主管为什么不用新密钥。</source>
        <translation>First ask the lead why the new key was not used.</translation>
    </message>
    <message>
        <source>请先问清楚是谁在管它。</source>
        <translation>First ask who looks after it.</translation>
    </message>
    <message>
        <source>请先问问主管改了什么。</source>
        <translation>First ask the lead what was changed.</translation>
    </message>
    <message>
        <source>请升级小二快答，或向主管重新要一份。</source>
        <translation>Update Xiaoer, or ask the lead for another copy.</translation>
    </message>
    <message>
        <source>请向主管要签过名的话术包。</source>
        <translation>Ask the lead for the signed pack.</translation>
    </message>
    <message>
        <source>请向主管重新要一份。</source>
        <translation>Ask the lead for another copy.</translation>
    </message>
    <message>
        <source>请和主管核对指纹，一致再信任。</source>
        <translation>Compare the fingerprint with the lead; trust it if it is the same.</translation>
    </message>
    <message>
        <source>请和主管核对指纹，一致再重新信任。</source>
        <translation>Compare the fingerprint with the lead; trust it again if it is the same.</translation>
    </message>
    <message>
        <source>请当面或打电话和主管核对指纹。</source>
        <translation>Compare the fingerprint with the lead in person or by phone.</translation>
    </message>
    <message>
        <source>这个话术包以前有“{before}”的签名，这次没有，可能被人改过。</source>
        <translation>This pack used to be signed by “{before}” and is not this time; somebody may have changed it. </translation>
    </message>
    <message>
        <source>这个话术包以前用“{before}”的另一把密钥签名，这次用的是您也信任的“{name}”的密钥。</source>
        <translation>This pack used to be signed with another key, that of “{before}”; this time it is the key of “{name}”, which you trust too. </translation>
    </message>
    <message>
        <source>这个话术包以前由“{before}”签名，这次换成了另一把密钥，自称“{name}”。</source>
        <translation>This pack used to be signed by “{before}”; this time it is another key, which claims to be “{name}”. </translation>
    </message>
    <message>
        <source>这个话术包没有签名，看不出是谁做的。</source>
        <translation>This pack is not signed; nobody can tell who made it. </translation>
    </message>
    <message>
        <source>这是旧版本 {version}，您这里已经有过 {newest}。</source>
        <translation>This is the older version {version}; you have had {newest} already. </translation>
    </message>
</context>
<context>
    <name>TrustPage</name>
    <message>
        <source>不再信任“{name}”，它的话术包以后会再问您。</source>
        <translation>“{name}” is no longer trusted; you will be asked about its packs.</translation>
    </message>
    <message>
        <source>从这台电脑上删除。请先导出，没有备份就再也找不回来。</source>
        <translation>Delete it from this computer. Export it first: without a copy it is lost for good.</translation>
    </message>
    <message>
        <source>信任的主管</source>
        <translation>Trusted leads</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>复制指纹</source>
        <translation>Copy fingerprint</translation>
    </message>
    <message>
        <source>密钥导入好了。</source>
        <translation>The key is imported.</translation>
    </message>
    <message>
        <source>密钥已从这台电脑删除。</source>
        <translation>The key is deleted from this computer.</translation>
    </message>
    <message>
        <source>密钥生成好了，请把指纹告诉同事。</source>
        <translation>The key is ready. Tell your colleagues its fingerprint.</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导入签名密钥</source>
        <translation>Import a signing key</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>导出签名密钥</source>
        <translation>Export the signing key</translation>
    </message>
    <message>
        <source>已导出到“{file}”，请和口令分开保管。</source>
        <translation>Exported to “{file}”. Keep it apart from its passphrase.</translation>
    </message>
    <message>
        <source>怀疑密钥被别人拿到时更换。旧密钥为新的作保，同事会自动跟上。</source>
        <translation>For when somebody else may have got hold of the key. The old key vouches for the new one, so colleagues follow by themselves.</translation>
    </message>
    <message>
        <source>我的签名密钥</source>
        <translation>My signing key</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>指纹已复制，可以发给同事。</source>
        <translation>The fingerprint is copied; send it to your colleagues.</translation>
    </message>
    <message>
        <source>换成了新密钥，请给话术包重新签名。</source>
        <translation>There is a new key now. Sign your packs again.</translation>
    </message>
    <message>
        <source>更换密钥</source>
        <translation>Replace key</translation>
    </message>
    <message>
        <source>生成密钥…</source>
        <translation>Create a key…</translation>
    </message>
    <message>
        <source>真的删除？</source>
        <translation>Really delete?</translation>
    </message>
    <message>
        <source>真的更换？</source>
        <translation>Really replace?</translation>
    </message>
    <message>
        <source>签名与信任</source>
        <translation>Signing and trust</translation>
    </message>
    <message>
        <source>签名密钥 (*{suffix})</source>
        <translation>Signing keys (*{suffix})</translation>
    </message>
    <message>
        <source>要给话术包签名，先生成一把密钥。只收话术包不用。</source>
        <translation>To sign packs, create a key first. To receive packs you need none.</translation>
    </message>
    <message>
        <source>话术包签了名，同事就知道是谁做的、路上没有人改过。第一次收到时核对一次指纹，以后就不再问。</source>
        <translation>With a signed pack colleagues know who made it and that nobody changed it on its way. They compare a fingerprint once, when the first one arrives.</translation>
    </message>
    <message>
        <source>还没有。安装签过名的话术包时核对指纹，信任以后就列在这里。</source>
        <translation>Nobody yet. Compare the fingerprint when you install a signed pack; whom you trust is listed here.</translation>
    </message>
</context>
<context>
    <name>TrustSheet</name>
    <message>
        <source>不信任</source>
        <translation>Don’t trust</translation>
    </message>
    <message>
        <source>信任“{name}”吗？</source>
        <translation>Trust “{name}”?</translation>
    </message>
    <message>
        <source>密钥变了，要信任吗？</source>
        <translation>The key has changed. Trust it?</translation>
    </message>
    <message>
        <source>请主管在他的“设置 › 签名与信任”里打开指纹，把十二个词念给您听，或扫他发来的二维码。别用发话术包的同一个聊天窗口核对：能换掉话术包的人，也能换掉指纹。</source>
        <translation>Ask the lead to open “Settings › Signing and trust” and to read you the twelve words, or scan the QR code that the lead sent. Don’t compare in the chat that brought the pack: whoever can swap the pack can swap the fingerprint.</translation>
    </message>
    <message>
        <source>我和主管核对过了，信任</source>
        <translation>Compared with the lead: trust</translation>
    </message>
</context>
<context>
    <name>TryLine</name>
    <message>
        <source>填好条件，看看话术里会写什么。</source>
        <translation>Fill in the keys to see what a phrase would say.</translation>
    </message>
    <message>
        <source>条件太多，这里试不了。</source>
        <translation>Too many keys to try here.</translation>
    </message>
    <message>
        <source>没有查到：发送前会先问您，不会乱填。</source>
        <translation>Nothing found: you are asked before sending, nothing is guessed.</translation>
    </message>
    <message>
        <source>要有条件列和结果列才能查。</source>
        <translation>A lookup needs a key column and an answer column.</translation>
    </message>
    <message>
        <source>试一试</source>
        <translation>Try it</translation>
    </message>
</context>
<context>
    <name>WordLine</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删除敏感词</source>
        <translation>Delete word</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>换成什么（可以不填）</source>
        <translation>Replacement (optional)</translation>
    </message>
    <message>
        <source>词语</source>
        <translation>Word</translation>
    </message>
</context>
<context>
    <name>WordingTabs</name>
    <message>
        <source>Ctrl+Tab 换一种说法，Alt+左右 调整顺序</source>
        <translation>Ctrl+Tab for the next wording, Alt+Left/Right to reorder</translation>
    </message>
    <message>
        <source>说法</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>通用</source>
        <translation>General</translation>
    </message>
</context>
<context>
    <name>WordingTools</name>
    <message>
        <source>加入图片或文件，也可以直接拖进来或粘贴</source>
        <translation>Add pictures or files; you can also drag or paste them in</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>插入买家、订单、店铺的内容  Ctrl+J</source>
        <translation>Insert facts of buyer, order or shop  Ctrl+J</translation>
    </message>
    <message>
        <source>插入表情  Ctrl+E</source>
        <translation>Insert an emoticon  Ctrl+E</translation>
    </message>
    <message>
        <source>表情</source>
        <translation>Emoticons</translation>
    </message>
    <message>
        <source>语气</source>
        <translation>Tone</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>通用语气</source>
        <translation>Any tone</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Files</translation>
    </message>
</context>
<context>
    <name>WordingsEditor</name>
    <message>
        <source>再写一种说法  Ctrl+T</source>
        <translation>Write another wording  Ctrl+T</translation>
    </message>
    <message>
        <source>写下要对买家说的话。输入 {{ 选字段，{% 选表情和条件。</source>
        <translation>Write what you would say to the buyer. Type {{ for a field, {% for emoticons and conditions.</translation>
    </message>
    <message>
        <source>删除这种说法</source>
        <translation>Delete this wording</translation>
    </message>
    <message>
        <source>前移	Alt+左</source>
        <translation>Move left	Alt+Left</translation>
    </message>
    <message>
        <source>后移	Alt+右</source>
        <translation>Move right	Alt+Right</translation>
    </message>
    <message>
        <source>复制、移动、删除这种说法</source>
        <translation>Copy, move or delete this wording</translation>
    </message>
    <message>
        <source>复制一份	Ctrl+D</source>
        <translation>Duplicate	Ctrl+D</translation>
    </message>
    <message>
        <source>话术内容</source>
        <translation>Text of the phrase</translation>
    </message>
    <message>
        <source>这种说法</source>
        <translation>This wording</translation>
    </message>
    <message>
        <source>＋ 说法</source>
        <translation>+ Wording</translation>
    </message>
</context>
<context>
    <name>WordingsView</name>
    <message>
        <source>说法 {number}</source>
        <translation>Wording {number}</translation>
    </message>
    <message>
        <source>这条话术的全部说法</source>
        <translation>All wordings of this phrase</translation>
    </message>
</context>
<context>
    <name>_Bubble</name>
    <message>
        <source>小二快答的消息</source>
        <translation>Message from Xiaoer</translation>
    </message>
</context>
<context>
    <name>_Date</name>
    <message>
        <source>zh_CN</source>
        <translation>en_US</translation>
    </message>
</context>
<context>
    <name>_Dots</name>
    <message>
        <source>第 {at} 步，共 {count} 步</source>
        <translation>Step {at} of {count}</translation>
    </message>
</context>
<context>
    <name>_HitDelegate</name>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>_Input</name>
    <message>
        <source>回复输入框</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>在这里回复买家，Enter 发送，Shift+Enter 换行</source>
        <translation>Reply here. Enter sends, Shift+Enter starts a line</translation>
    </message>
</context>
<context>
    <name>_Result</name>
    <message>
        <source>{count} 处有改动或没有带过来：</source>
        <translation>{count} things were changed or left out:</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>_Working</name>
    <message>
        <source>请稍等，系统可能会问您的密码…</source>
        <translation>One moment, the system may ask for your password…</translation>
    </message>
</context>
</TS>
