### 简体中文。每条消息的含义和规则见 en.ftl 和 docs/interface.md。

language-name = 简体中文
language-names = 简体中文, 中文, 汉语, 普通话, 繁體中文, chinese, zh-hans

## While a job waits and runs

status-waiting = 🎨 正在准备…
status-sweep = 一共会画 { $count } 张。
status-morph = 一共会画 { $count } 帧。
status-queued = ⏳ { $position ->
    [1] 下一个就轮到你了。
   *[other] 排在第 { $position } 位。
}
status-queued-wait = ⏳ { $position ->
    [1] 下一个就轮到你了，大约还要{ $wait }。
   *[other] 排在第 { $position } 位，大约还要{ $wait }。
}
status-start = 🔌 正在启动一台机器，大约需要{ $time }。
status-started = 🎨 开始画了…
status-larger = 🔍 放大到 { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }
status-larger-time = 🔍 放大到 { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }，大约{ $time }
status-progress = 🎨 正在画：{ NUMBER($share, style: "percent") }
find-found = 🎯 我觉得“{ $words }”在这里：条纹部分会重画，其余不变。你同意之前什么都不会画。
status-cancelled = ✋ 已取消。
status-over = ✅ 已结束。
status-parting = ⏳ 这要花的时间超过了我能在这里回复的时间。可以的话我会私信发给你；用 /history 总能看到它。

## Results

result-english = 英文：{ $english }
result-looked-for = 我要找的（英文）：{ $english }
result-joined = 与原图的内容合在一起：{ $english }
result-without = 画面中不出现：{ $negative }
result-word-for-word = 翻译服务没有回应，只用内置词典逐词翻译了。
result-dictionary = 用内置词典逐词翻译。
result-not-translated = 现在没法翻译，所以按你写的原样画了。
result-translator = 由 { $provider } 翻译。
result-person = 按你自己的英文画的。
result-draws = 我是个小模型，认识的东西不多。可以试试：{ $examples }
result-narrowed = { $model } 画不了 { $asked }，最接近的是 { $size }。
result-unheard = { $model ->
    [none] 引导为 1 时，模型听不到要排除什么。把 --cfg 调高就能听到。
   *[other] 没法告诉 { $model } 要排除什么。
}
notice-lora-in-part = LoRA { $lora } 只有 { NUMBER($share, style: "percent") } 适用于 { $model }，其余部分不起作用。
notice-guessed-mask = 我把你的图当作蒙版了：其中标出或白色的部分会重画。如果想改的是这张图本身，请不要用回复的方式发送。
notice-first-frame = 你发来的图是动图：我只用了它的第一帧。
notice-first-page = 你发来的文件有好几页：我只用了第一页。
notice-read-as = 理解为：{ $told }
notice-no-meaning = 这里没有对应的功能，所以没有起作用：{ $flags }
notice-not-here = 设置里有、这里没有的：{ $things }
notice-default-away = { $wanted } 现在不能用，由 { $model } 代画。
notice-held-back = 有 { $count } 张图片不适合这里的所有人，已收起。
result-deleted = 🗑 已删除。
result-smaller = 原图对这个聊天来说太大，已改为较小的 JPEG 发送。
result-not-taken = 🖼 画好了，但这个聊天不接受我发的图片。请私信我并发送 /history 查看。
result-held-back = 🔒 它不适合这里的所有人，所以收起了。
result-facts = 种子 { $seed } · { $size } · { $steps } 步 · { $sampler } · cfg { $cfg } · { $model }
result-redrawn = 种子 { $seed } · { $size } · { $steps } 步 · cfg { $cfg }
result-own = { $name } { $value }
result-frames = { $count } 帧

## Buttons

button-cancel = ✋ 取消
button-reroll = 🎲 再画一张
button-subtle = ✨ 稍微变一变
button-strong = 🌀 大变一下
button-remix = 📝 编辑
button-upscale = 🔍 放大 ×{ $times }
button-left = ⬅️ 向左
button-right = ➡️ 向右
button-up = ⬆️ 向上
button-down = ⬇️ 向下
button-zoom = 🔭 拉远
button-square = ⬜ 变成正方形
button-invert = 🔁 另一部分
button-use = ✅ 就用它
button-original = 📄 原图文件
button-one = 🖼 { $number }
button-original-one = 📄 { $number }
button-delete = 🗑 删除
button-undo = ↩️ 撤销
button-show = 🖼 再看一次
button-star = ⭐ 收藏
button-again = 🎨 再画一次
button-version = 🎨 { $number }
button-use-it = 🎨 用这个
button-own-words = ✏️ 用我自己的话
button-raw = 用我的原话
button-edit = ✏️ 修改翻译
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = 已取消。
toast-too-late = 来不及了，已经画好了。
toast-deleted = 已删除。
toast-undone = 已恢复。
toast-starred = ⭐ 已收藏。发送 /favourites 查看全部收藏。
toast-unstarred = 已取消收藏。
toast-language = 现在我说中文了。

## Commands

command-imagine = 用文字画一幅画
command-imagine-names = 画, 画图, 画画, 想象
command-morph = 把一张画渐渐变成另一张，做成动画
command-morph-names = 渐变, 变形, 动画
command-history = 翻看你的画
command-history-names = 历史, 画廊, 记录
command-favourites = 翻看你收藏的画
command-favourites-names = 收藏, 收藏夹, 星标
command-info = 看看一张图是怎么画的
command-info-names = 信息, 配方
command-upscale = 把一张图放大并补上细节
command-upscale-names = 放大, 变大
command-blend = 把两到五张图融合成一张
command-blend-names = 融合, 混合, 合并
command-shorten = 看看哪些词起作用，并缩短提示词
command-shorten-names = 缩短, 精简
command-describe = 用文字说出一张图里有什么
command-describe-names = 描述, 看图
command-expand = 把简短的提示词写丰富，先看再用
command-expand-names = 扩写, 丰富
command-show = 按编号再看一次自己的图
command-show-names = 显示, 重看
command-again = 按编号再画一次自己的图
command-again-names = 再画, 重画
command-cancel = 停止排队中和正在画的画
command-cancel-names = 取消, 停止
command-help = 怎么用，以及各个词的意思
command-help-names = 帮助, 指南, 说明
command-models = 看看有哪些模型
command-models-names = 模型
command-style = 风格：画面的样子
command-style-names = 风格, 画风
command-settings = 设定我所有图片默认用什么
command-settings-names = 设置
command-language = 选择我使用的语言
command-language-names = 语言
command-start = 打个招呼
command-start-names = 开始, 你好

# Styles: what each is called
style-choose = 风格，第 { $number } 页，共 { $total } 页。点一个用在下一条提示词里，或写 { $flag } 加名字。
style-use = 使用
style-example = 一只狐狸
style-how = 想保留一张图的样子，请用 /style save 加名字回复它；名字后面的词会包在提示词外面。/style delete 加名字就删掉。
style-saved = 已存为 { $flag }。提示词外面会加上：{ $frame }
style-full = 你已有 { $limit } 个风格。用 /style delete 加名字腾出位置。
style-unfit = “{ $name }”不能做风格：里面有花括号、竖线，或没有字母。
style-deleted = 已删掉 { $name }。
style-none = 你没有叫 { $name } 的风格。
style-save-names = 保存, 存
style-delete-names = 删除, 删
style-photo = 照片
style-portrait = 人像
style-cinematic = 电影感
style-noir = 黑色电影
style-polaroid = 拍立得
style-macro = 微距
style-watercolor = 水彩
style-oil = 油画
style-gouache = 水粉
style-ink = 水墨
style-sketch = 铅笔素描
style-charcoal = 炭笔
style-pastel = 粉彩
style-impressionist = 印象派
style-ukiyoe = 浮世绘
style-woodcut = 木刻版画
style-glass = 彩绘玻璃
style-mosaic = 马赛克
style-batik = 蜡染
style-anime = 动漫
style-manga = 日本漫画
style-comic = 美式漫画
style-pixel = 像素画
style-lowpoly = 低多边形
style-clay = 黏土
style-paper = 剪纸
style-neon = 霓虹
style-cyberpunk = 赛博朋克
style-fantasy = 奇幻
style-vaporwave = 蒸汽波

imagine-how = 告诉我你想画什么，用哪种语言都行。比如：
    /imagine { $example }
form-how = 在下面选你想要的。然后发送你的文字：回复这条消息，私聊中直接发送即可。
form-edit = 在下面修改后再画一次，或用其他文字回复这条消息。
form-paint = 🎨 开始画
imagine-example = 雪地里的红狐狸 --ar 16:9
message-hint = 你写什么，我就画什么，用哪种语言都行。比如：
    { $example }
forwarded-offer = 这是别人的话。要画出来吗？
changed-offer = 文字改了。现在画这个吗？
offer-drawn = 这就画。
group-hello = 大家好！有三件事要知道：
    • 发送 /imagine 加上你想看到的东西，用哪种语言都行，我就在这里画给大家看。
    • 用文字回复我的一张图，我就修改它。
    • 管理员用 /settings chat 选定这里的规矩，用 /moderate 维持秩序；其他的都在 /help 里。
greeting-names = 你好, 您好, 大家好, 早上好, 晚上好, 嗨, 谢谢, 多谢, 好的, 是, 不, 测试, 在吗, 你是谁
called-how = 把你想看到的写在我的名字前面或后面，用哪种语言都行，也可以这样回复一张图。比如：
    @Lukis { $example }
history-empty = 你还没有画。发送 /imagine 加上你想看到的东西吧。
history-empty-here = 你还没有在此聊天中画过画。在和我的私聊里，/history 会显示你的全部画作。
history-page = 第 { $number } 张，共 { $total } 张
history-page-here = 此聊天中的第 { $number } 张，共 { $total } 张
favourites-empty = 你还没有收藏。点一下画下面的 ⭐ 就能收藏。
favourites-empty-here = 你还没有收藏此聊天里的画。在和我的私聊里，/favourites 会显示你的全部收藏。
favourites-page = ⭐ 你的收藏
favourites-page-here = ⭐ 你在此聊天中的收藏
history-today = 今天
history-yesterday = 昨天
found-page = 🔎 找到的画，新的在前
found-page-here = 🔎 此聊天中找到的画
found-empty = 没有找到符合的画。
found-empty-here = 此聊天中没有找到符合的画。在和我的私聊里，/history 会在你的全部画作中查找。
cancel-none = 没有排队中或正在画的画。
cancel-done = 停下了 { $count } 张画。
edit-ask = 请回复这条消息，写下你想让我画的英文。现在是：
    { $english }
info-how = 用 /info 回复一张图，或者连图一起发来，我就告诉你它是怎么画的。
info-days = 图片我保留 { $days } 天，之后会删除。
info-budget = 只要所有图片加起来不到 { NUMBER($size, maximumFractionDigits: 1) } GB，我就一直保留；超过以后会删除最旧的。
quota-kind =
    { $what ->
         [work]
            { $span ->
                 [day] 24 小时内的工作量
                *[hour] 一小时内的工作量
            }
        *[pictures]
            { $span ->
                 [day] 24 小时内的图片
                *[hour] 一小时内的图片
            }
    }
quota-used =
    { $whose ->
         [chat] 📊 本聊天，{ $kind }：{ $used } / { $limit }
        *[person] 📊 你，{ $kind }：{ $used } / { $limit }
    }
upscale-how = 用 { $command } 回复一张图，或者连图一起发来，我就把它的长宽放大到两倍。{ $command } 4 放大到四倍。
blend-how = 用 { $command } 发送 { $least } 到 { $most } 张图片，也可以写图片的地址，或者用一张图片回复另一张，我就画出它们之间的样子。
shorten-how = 在 { $command } 后面写提示词，我会告诉你哪些词起作用，并给出更短的写法。
shorten-told = 最起作用的词：{ $words }
shorten-short = 每个词都有用，没有可以去掉的。
describe-how = 用 { $command } 回复一张图片，或者发送图片或它的地址，我来说出图里有什么。
describe-told = 我看到的是：
expand-how = 在 { $command } 后面写简短的提示词，我把它写得更丰富。画之前你会先看到。
expand-off = 这里还没有人为 { $command } 设置模型。管理我的人可以用 { $setting } 来设置。
expand-told = 更丰富的写法：
show-how = 在 { $command } 后面写图片的编号：{ $command } 12。
again-how = 在 { $command } 后面写图片的编号，或者用它回复一张图片：{ $command } 12。
aside-draw = 🎨 画“{ $words }”
aside-open = 🎨 和我一起画
again-told = 📋 这张图里写着它是怎么画的。点按钮再画一次；想改的话，把下面这条改好发来：
    { $command }
again-untold = 这张图里没有写它是怎么画的：聊天软件会把照片里的这些信息去掉，请以文件形式发送。想改这张图，就用文字回复它。
again-source = 它是从另一张图画出来的，文件里没有那张图：请把这条命令作为回复发给那张图。
again-given = 它所用图片的哈希值：{ $pictures }
again-mask = 重画的部分是手工标出来的，命令里写不出来：请把那张蒙版也一起发来。
again-model = 这里没有模型 { $model }，由别的模型来画。
again-loras = 这里没有这些 LoRA，已略去：{ $names }
again-beyond = 这里做不到，已略去：{ $things }
again-alike = 这张图是用 { $program } 画的：我画的会像，但不会一模一样。
again-alike-other = 这张图是用别的程序画的：我画的会像，但不会一模一样。
again-marked = 图里有 Lukis 的隐形水印。
models-title = 可以用的模型：
models-line = • { $name }：{ $title }
models-how = 用 --model 来选，比如：/imagine 红狐狸 --model { $name }
models-instead = 不写 --model 时，由 { $name } 来画。
models-loras = LoRA，写作 <lora:{ $name }:0.8>：{ $names }
models-triggers = 括号里是写进提示词就能唤起该 LoRA 的词。
models-embeddings = 嵌入（Embedding），直接写名字：{ $names }
models-tagged = 名字是常用词的嵌入，写作 <emb:{ $name }>：{ $names }
models-controls = ControlNet，对图使用 --control：{ $names }
models-upscalers = 放大方式，--upscaler { $name }：{ $names }
models-adapters = IP-Adapter，对图片用 --like：{ $names }
models-hypernets = 超网络，写作 <hypernet:{ $name }:0.7>：{ $names }
models-vaes = VAE，--vae { $name }：{ $names }
beside-models = 模型
beside-loras = LoRA
beside-embeddings = 嵌入
beside-controls = ControlNet
beside-likes = IP-Adapter
beside-upscalers = 放大方式
beside-hypernets = 超网络
beside-vaes = VAE
models-one = { $name }，第 { $number } 个，共 { $total } 个
models-use = 用这个模型
models-examples = 擅长：{ $words }
models-styles = 自带风格：{ $words }
models-licence = 许可证：{ $name }
beside-choose = { $kind }，第 { $number } 页，共 { $total } 页：点一个，下一条提示词就能用。
beside-ready = 下一条提示词可以用了。复制后换成你自己的话：
beside-reply = 可以用在图上。回复一张图发送：
beside-triggers = 触发词：{ $words }
beside-back = 所有种类
models-renamed = 因为重名而改叫别名的：{ $names }
models-passed-over = 不在列表里的（只有管理员能看到）：
models-passed-over-line = • { $why }（{ $reason }）
models-passed-over-more = ……还有 { $count } 个：用 “{ $command }” 可以看到全部。
language-ask = 想让我说哪种语言？
language-auto = 跟随应用
welcome = 你好！我是 Lukis，能把任何语言的文字画成画。
    /imagine { $example }
    回复一张画并写几句话，就能修改它。想了解更多，请发 /help 。

## One person on several apps

command-link = 在另一个应用里以同一个人使用我
command-link-names = 关联, 绑定, 连接
command-unlink = 分开用 /link 合并的内容
command-unlink-names = 取消关联, 解绑
discord-code = 代码
discord-code-help = 我在另一个应用里给你的代码。留空：要一个新的
button-join = 🔗 合并
account-private = 这里别人也看得到。请在和我的私聊里发送 { $command } 。
link-code = 🔗 请在 { $time }内到另一个应用里把这个发给我：
    { $command }
    之后你的画、设置和限额在那边和这边就是同一份。别告诉任何人：谁发了它，谁就能看到你的画。
link-with = 已经和你合并的：{ $who }。
link-ask = { $who } 也是你吗？如果是，我就把两边合并：画、设置和限额变成同一份，两边都能看到并删除全部内容。如果这个代码是别人发给你的，就别按。
link-done = 🔗 现在对我来说，你和 { $who } 是同一个人。/history 会显示全部。{ $command } 可以再分开。
link-told = 🔗 凭你在这里拿到的代码，{ $who } 从现在起和你是同一个人。如果那不是你，请马上发送 { $command } 。
unlink-done = 你在这里又是单独的了。在这里要的画留在这里，在别处要的留在那边。设置两边都保留。
unlink-none = 这里没有和你合并的内容。{ $command } 可以合并。
error-bad-code = 这个代码不对，或者已经过期。请在另一个应用里发送 /link 拿一个新的。
error-own-code = 你在那边已经是同一个人了：代码是给另一个应用用的。
error-too-many-guesses = 错误的代码太多了。{ $wait }后可以再试。
error-too-many-joined = 我最多能合并 { $limit } 个。请在不再需要的地方发送 /unlink 。
## Settings

settings-title = { $whose ->
    [chat] 本聊天的设置：
   *[mine] 你的设置：
}
settings-line = { $name }：{ $value }
settings-none = 还没有设置：图片按模型画得最好的方式来画。
settings-chats = 来自本聊天：{ $settings }
settings-how = 设置好的内容，只要你没有另外写明，就一直有效：{ $example }。要还原，请发送 { $reset }。
settings-how-chat = 对这里所有人的设置由管理员决定：{ $command }
settings-choose = { $whose ->
    [chat] 本聊天的图片用什么来画？
   *[mine] 你的图片用什么来画？
}
settings-type = 其他值请这样写：{ $command }
settings-pictures = 🎨 图片
settings-language = 🌐 语言
settings-reset = ↩️ 全部还原
settings-to-chat = 👥 本聊天
settings-to-mine = 👤 我的设置
settings-unset = 不设置
settings-back = 返回
settings-on = 开
settings-off = 关
settings-chat-names = 聊天, 群组, 群
settings-reset-names = 重置, 还原
setting-files = { $way ->
    [on] 📎 以文件发送：开
   *[off] 📎 以文件发送：关
}
setting-previews = { $way ->
    [off] 👁 预览：关
   *[on] 👁 预览：开
}
setting-rerolls = { $way ->
    [mine] 🎲 再画一张：仅本人
   *[all] 🎲 再画一张：所有人
}
setting-safety = { $way ->
    [spoiler] 🛡 不宜图片：遮住
    [block] 🛡 不宜图片：不显示
   *[usual] 🛡 不宜图片：照常
}
command-export = 把你的画、文字和设置打包成文件
command-export-names = 导出, 下载
export-done = 📦 { $count } 幅画，连同文字和参数，共 { $files } 个文件。
export-left = 没有放进去的（已经没有了，或对这个应用来说太大）：{ $count } 幅。
export-rest = 一次最多打包这些。其余的用 { $command } 就能拿到。
export-links = 每个链接在 { $time } 内有效，谁拿到都能打开，请自己留着。
export-over = 这个链接已经失效，或从来不存在。在和我的聊天里用 { $command } 就能拿到新的。
error-not-now = 我正在弄，马上就好。
command-forget = 让我忘掉你和你做过的一切
command-forget-names = 忘记, 全部删除
button-forget = 🗑 全部忘掉
forget-ask = 要我忘掉你吗？这些会永远消失：你的画和你发来的图片，你写的话和译文，你的设置和历史。正在画的我会停下，带有你的画的消息，只要应用允许我就会撤回。谁也无法恢复。
    会留下的：别人用你的画做的画，管理员的记录（用编号代替你的名字），以及运行我的人可能保存的备份。
forget-export = 在那之前，可以用 { $command } 把所有画打包拿走。
forget-also = 这些也一并忘掉：{ $who }。
forget-done = 🗑 忘掉了。带有你的画的消息会一条条消失。如果你再给我写信，我们就是第一次见面。

## Help

help-text = 你描述，我来画，用哪种语言都行。请发送：
    /imagine { $example }
help-examples = 这些画得不错：
help-example = • { $prompt }
help-commands = 我能听懂的命令：
help-command = { $command } – { $help }
help-more = 选一个主题，或者问一个词：/help { $word }
help-unknown = 我还没有关于“{ $word }”的说明。也许在这里面？
help-flag = { $range ->
    [none] { $flag } – { $help }
   *[other] { $flag } – { $help }（{ $range }）
}
help-group = • { $group }：{ $names }
help-not-yet = 这个我自己还不会。
help-back = ⬅️ 返回

## Parameters

parameter-ratio = 宽高比
parameter-ratio-help = 宽与高的比例。16:9 是横幅，9:16 是竖幅，1:1 是正方形。
parameter-ratio-flags = 宽高比, 比例
parameter-size = 尺寸
parameter-size-help = 画的宽 x 高，以像素计。优先于宽高比。
parameter-size-flags = 尺寸, 大小, 分辨率
parameter-steps = 步数
parameter-steps-help = 把噪声打磨多少次。越多越慢、越细致；一般 20 到 30 就够了。
parameter-steps-flags = 步数, 步
parameter-cfg = 引导
parameter-cfg-help = 画面在多大程度上遵照提示词。值低更自由，值高更贴字面，也更生硬。
parameter-cfg-flags = 引导, 引导强度
parameter-sampler = 采样器
parameter-sampler-help = 去除噪声的方法。柔和、有画意：Euler、DDIM。多变：带“a”或“SDE”的。清晰、写实：DPM++ 2M、UniPC、Heun。
parameter-sampler-flags = 采样器, 采样
parameter-seed = 种子
parameter-seed-help = 噪声由这个数字生成。种子和文字都相同，画就相同。
parameter-seed-flags = 种子
parameter-vary = 变化
parameter-vary-help = 种子的噪声有多少换成别的噪声：0 是同一张画，0.2 非常接近，1 是另一张。回复一张画时，变的就是那张。
parameter-vary-flags = 变化
parameter-upscale = 放大
parameter-upscale-help = 回复一张图，或连图一起发：长宽变成几倍。
parameter-upscale-flags = 放大
parameter-upscaler = 放大方式
parameter-upscaler-help = 用什么放大：model 会稍微重画，plain 只做锐化，其他的见 /models。
parameter-upscaler-flags = 放大方式
parameter-noise_level = 噪声量
parameter-noise_level-help = 用 Stable Diffusion 自带的 ×4 放大模型时，先在图上加多少噪声。0 全部保留，20 是常用值，100 会添出很多新东西。
parameter-noise_level-flags = 噪声
parameter-variations = 变化序列
parameter-variations-help = 混入的噪声本身，照画里记的写：种子和各自的比例，按顺序。
parameter-variations-flags = 变化序列
parameter-count = 张数
parameter-count-help = 画几张，每张有自己的种子。
parameter-count-flags = 张数, 数量
parameter-negative = 排除
parameter-negative-help = 画里不该出现的东西。
parameter-negative-flags = 排除, 不要
parameter-strength = 强度
parameter-strength-help = 从一张图开始时，可以偏离它多少。0.3 是稍加修饰，0.9 几乎重画。
parameter-strength-flags = 强度
parameter-image_cfg = 忠于原图
parameter-image_cfg-help = 用会按吩咐改图的模型时，有多忠于原图。1 很自由，2 几乎不改。
parameter-image_cfg-flags = 忠于原图
parameter-depth = 保持深度
parameter-depth-help = 回复一张画或随画发送，用深度模型：近的还近，远的还远，其余按文字来。--show-map 显示保留了什么。
parameter-depth-flags = 深度
parameter-clip_skip = 跳过层数
parameter-clip_skip-help = 听文本编码器的哪一层，从最后一层数起。许多绘画类模型要用 2。
parameter-clip_skip-flags = 跳层
parameter-vae = VAE
parameter-vae-help = 用 /models 里的另一个解码器把画出的内容变成像素：颜色和细节会不同。
parameter-vae-flags = 解码器
parameter-extend = 扩展
parameter-extend-help = 回复一张画时：向边缘外延伸多少像素。原来的画保持不变。
parameter-extend-flags = 扩展
parameter-zoom = 拉远
parameter-zoom-help = 回复一张画时：周围的场景变宽、变高多少倍。
parameter-zoom-flags = 拉远
parameter-tile = 无缝
parameter-tile-help = 能像瓷砖、布料、壁纸那样无缝重复的画。加 x 只左右相接，加 y 只上下相接。
parameter-tile-flags = 无缝, 平铺
parameter-region = 部分
parameter-region-help = 回复一张图或随图发送时，要重新画的部分：left 左、right 右、top 上、bottom 下、center 中间、background 背景；其余保持不变。
parameter-region-flags = 蒙版, 遮罩
parameter-invert = 另一部分
parameter-invert-help = 蒙版标出的地方保留，其余全部重新画。
parameter-invert-flags = 反选
parameter-only = 只改
parameter-only-help = 回复一张图片或随图发送：用文字说明要重画其中的什么。开始画之前会先让你看到这个部分。
parameter-only-flags = 只改
parameter-control = 控制
parameter-control-help = 回复一张图或随图发送：保留图中的什么，其余全部重画。canny、lineart、softedge、scribble 保留线条，depth 保留空间，pose 保留姿势。多个用逗号分开。
parameter-control-flags = 控制
parameter-control_weight = 控制权重
parameter-control_weight-help = 多严格地遵循给出的图：0 完全不遵循，1 按网络所学。
parameter-control_weight-flags = 控制权重
parameter-control_start = 控制开始
parameter-control_start-help = 从何时起遵循给出的图：0 从第一步起，0.5 从一半起。
parameter-control_start-flags = 控制开始
parameter-control_end = 控制结束
parameter-control_end-help = 到何时为止遵循给出的图：1 到最后一步，0.5 到一半。
parameter-control_end-flags = 控制结束
parameter-control_raw = 现成的图谱
parameter-control_raw-help = 给出的图已经是网络要的样子，比如黑底白线：不再从中描线。
parameter-control_raw-flags = 现成图谱
parameter-show_map = 显示图谱
parameter-show_map-help = 显示从给出的图中取了什么，而不用它作画。
parameter-show_map-flags = 显示图谱
parameter-like = 像这张
parameter-like-help = 回复一张图或随图发送：你的话说画什么，照那张图的风格和事物来画。需要 IP-Adapter。
parameter-like-flags = 像
parameter-like_weight = 相似度
parameter-like_weight-help = 给出的图与你的话相比占多少：0 完全不占，1 几乎不留给文字。
parameter-like_weight-flags = 相似度
parameter-like_by = IP-Adapter
parameter-like_by-help = 由哪个 IP-Adapter 来看给出的图。/models 会列出。
parameter-like_by-flags = 像用
parameter-frames = 帧数
parameter-frames-help = 从第一张到最后一张用几张画走完：从用 | 隔开的一段描述到下一段，或者到另一个种子、另一张画。会以动画送到。
parameter-frames-flags = 帧数
parameter-loop = 来回
parameter-loop-help = 动画先回到开头，再重新开始。
parameter-loop-flags = 来回
parameter-place = 位置
parameter-place-help = 只画其中一帧，描述之间用 | 隔开：0 是第一段，1 是最后一段，0.5 正好在中间。
parameter-place-flags = 位置
parameter-model = 模型
parameter-model-help = 用哪个模型来画。/models 会列出来。
parameter-model-flags = 模型
parameter-style = 风格
parameter-style-help = 不管画什么，都决定画面的样子。/style 列出全部；用逗号连起来可以叠加，none 表示不用。
parameter-style-flags = 风格, 画风
parameter-format = 文件格式
parameter-format-help = 图片文件的格式。PNG 保留每个像素；JPEG、WebP 和 AVIF 小得多。
parameter-format-flags = 格式, 文件格式
parameter-raw = 原样
parameter-raw-help = 不翻译，把提示词原样交给模型。
parameter-raw-flags = 原样, 原文

## The guide: its chapters

guide-prompts-title = ✍️ 提示词
guide-prompts = 你说什么，我又怎么理解。
guide-settings-title = 🎛 设置
guide-settings = 文字不变，也能改变画面的旋钮。
guide-pictures-title = 🖼 从图开始
guide-pictures = 已经有了一张图，还能做什么。
guide-models-title = 🧠 模型
guide-models = 画家们，以及能教给他们的东西。
guide-inside-title = ⚙️ 工作原理
guide-inside = 从文字到画之间发生的事。
guide-flags-title = 📋 所有选项
guide-flags = 写在文字后面的任何位置都可以：

## The guide

guide-prompt-title = 提示词
guide-prompt-names = 提示词, 咒语, 描述, 文字, 关键词
guide-prompt = 提示词就是你对我说的话，会变成画的文字。先说是什么，再说样子、地点，以及光线或风格：“雪地里的红狐狸，傍晚的光，水彩”。一次只改一处，你就能看出每个词起什么作用。
guide-negative-title = 负面提示词
guide-negative-names = 负面, 负面提示词, 反向提示词, 排除, 不要
guide-negative = 负面提示词说的是画里不该有的东西，写在 --no 后面：“肖像 --no 眼镜, 文字”。直接写东西的名字：写“眼镜”，不要写“不画眼镜”。
guide-weights-title = 权重
guide-weights-names = 权重, 强调, 括号
guide-weights = 加上权重，一个词就比旁边的词更重要或更不重要：(红色:1.4) 让红色更突出，(红色:0.7) 则减弱。最好在 0.5 到 1.5 之间，再高画面就会生硬。试试“(厚厚的雪:1.3) 里的狐狸”。
guide-changing-title = 会变的词
guide-changing-names = 选择, 随机词, 花括号, 方括号, 交替, 调度
guide-changing = 花括号由我来选：{"{"}红色|蓝色{"}"}的车会是红车或蓝车，每次、相册里的每一张都重新选；种子相同，选的也相同。方括号里的词会在作画途中改变：[狐狸:猫:0.5] 从狐狸开始，以猫结束；[猫:0.3] 画到三分之一时加上猫；[猫::0.3] 到那里就去掉猫；[狐狸|猫] 每一步轮流出现。1 以上的数字按步数计算。

guide-steps-title = 步数
guide-steps-names = 步数, 步, 采样步数, 迭代
guide-steps = 画从一片纯噪声开始，每一步都变得干净一点。步数少，看起来像没画完；步数多，更慢，而且很快就几乎不再变化。草图试试 10 步，成品试试 30 步。
guide-seed-title = 种子
guide-seed-names = 种子, 种子数, 随机数, 同一张图
guide-seed = 每幅画都从随机的噪声里长出来，种子就是那片噪声的编号。文字、设置和种子都相同，就会再得到同一张画。保留种子、只换一个词，就只有那一处改变；想要新点子，就按 🎲 换一个种子。
guide-guidance-title = 引导（CFG）
guide-guidance-names = 引导, cfg, 引导系数, 提示词相关性
guide-guidance = 引导（CFG）表示我多严格地照你的话来画。值低，会有惊喜；值高，字字照办，但颜色会变得刺眼。用同一个种子试试低、中、高三个值，比如 2、5 和 10。
guide-sampler-title = 采样器
guide-sampler-names = 采样器, 采样方法, 调度器
guide-sampler = 采样器是去除噪声的方法。它们分成三组，换组比换名字变化更大。保留种子，每组各试一个。
guide-resolution-title = 尺寸和宽高比
guide-resolution-names = 分辨率, 尺寸, 大小, 宽高比, 比例, 画幅, 宽, 高, 像素
guide-resolution = 分辨率是画有多少个点（像素），宽高比是画的形状。模型在接近它学习时的尺寸下画得最好；大得太多，东西会出现两次。形状由你选，尺寸交给模型。
guide-strength-title = 强度
guide-strength-names = 强度, 重绘幅度, 图生图, img2img
guide-strength = 从一张图开始时，强度决定我可以偏离它多少。0.3 左右只是修饰，0.6 保留构图重新画，0.9 差不多只剩下颜色。回复一张画，写上 /imagine 、你的话和 --strength 0.5 试试。

guide-variation-title = 变体
guide-variation-names = 变体, 变化, 另一版, 再画一张
guide-variation = 变体是同一个想法再来一次，稍有不同。每张画下面，✨ 画一张非常接近的，🌀 画一张差得远些的，🎲 用同样的文字画一张新的。想打字的话，回复一张画，写 --vary 0.3 ：0 就是原样，1 就是另一张。加上 --n 4 一次得到四张。
guide-seamless-title = 无缝
guide-seamless-names = 无缝, 平铺, 瓷砖, 图案, 花纹, 壁纸
guide-seamless = 无缝的画越过边缘就接回自己：把它的副本并排放，就成了一整片图案，像瓷砖、布料和壁纸。在文字后面写 --tile ，并说一样能铺满画面的东西：“蓝色的花和叶子 --tile”。写 --tile x 就只左右相接，像花边或全景。
guide-sweep-title = 一次试几种
guide-sweep-names = 对比, 比较, 网格, 联系表, 多个值, 组合
guide-sweep = 花括号里用逗号隔开，就把每个词都画一遍：{"{"}红,蓝,绿{"}"} 球会画三张。大多数数字和采样器也可以写几个值：--steps 10,20,30，范围写 --cfg 2..8，其中四个值写 --cfg 2..8/4，还有 --sampler euler,ddim。写在一起就画出所有组合，同一个种子，最多 16 张，排在一张表上；点下面的编号就单独打开那一张。开始画之前我会先说一共几张。两个小数之间请写分号：--cfg 5;7。
guide-interpolation-title = 插值
guide-interpolation-names = 插值, 渐变, 变形, 混合
guide-interpolation = 插值是从一张画一小步一小步走到另一张，让狐狸慢慢变成猫头鹰。这行得通，是因为相似的画在潜空间里离得很近。写 /morph 红色的狐狸 | 白色的猫头鹰：各帧会连成一段动画，下面再把其中几帧拼成一条；点编号就单独打开那一帧。写三段以上的描述，路就更长。回复一张画写 /morph 变成夜晚，就从那张画开始；发两张画并写 /morph，第一张就变成第二张；--seed 7,8 从一个种子走到另一个。--frames 24 更流畅，--loop 让它再回到开头。
guide-inpainting-title = 局部重绘
guide-inpainting-names = 局部重绘, 遮罩, 蒙版, 修图, 去除, inpainting
guide-inpainting = 局部重绘（inpainting）只重画画面的一部分：你标出一块区域，也就是蒙版，再说那里该有什么，其余保持不变。可以去掉东西、修好脸、补上缺少的。标得比想改的稍大一点，光影才跟得上。 也可以直接说出来：回复图片时写 --only "帽子"，会先让你看到这个部分，按下“就用它”后才画。
guide-editing-title = 按吩咐改图
guide-editing-names = 编辑, 改图, 指令, pix2pix
guide-editing = 有些模型学会了按吩咐改图：“改成夜晚”、“把车变成蓝色”、“加一顶帽子”。回复一张画，或发一张自己的照片，写上 --model 和这种模型的名字，再像对人说话那样说要改什么。没提到的都不动。改得太少，就把 --image-cfg 降到 1.2 或把 --cfg 调高；改得太多则反过来。其他模型会按你的文字重画这张图。
guide-depth-title = 深度
guide-depth-names = 深度, 远近, 构图, depth
guide-depth = 深度模型看得出画面各处的远近，在同样的布局上画另一个场景：房间还是房间，姿势不变，小屋的位置上出现一座城堡。回复一张画，或发一张照片，写上 --depth ，再描述整个新场景。--show-map 显示模型看到的：白色近，黑色远。--strength 0.6 多留些原来的颜色，1 只保留深度。
guide-outpainting-title = 向外扩画
guide-outpainting-names = 扩图, 扩画, 外绘, outpainting
guide-outpainting = 向外扩画（outpainting）让画越过边缘继续：更多天空、桌子的另一半、变成场景的肖像。每张画下面，箭头朝那一边继续画，🔭 拉远，⬜ 变成正方形；再按一次就走得更远。想打字的话，回复一张画或你自己的照片，写 --extend left=128,top=64 或 --zoom 1.5 。原来的画一点都不变。加文字时，描述整个场景，而不只是新的部分，两边才接得上。
guide-upscaling-title = 放大
guide-upscaling-names = 放大, 高清, 超分, 打印, upscaling
guide-upscaling = 放大（upscaling）让画好的画变大，并补上细节，而不只是把点拉大。这很花时间，所以先挑选，最后再放大。要印得好，每厘米大约需要 120 个点。图下面的 🔍 把长宽放大到两倍或四倍；/upscale 对任何图都能这样做。
guide-controlnet-title = ControlNet
guide-controlnet-names = controlnet, 控制网, 姿势, 草图, 线稿, 深度
guide-controlnet = 有了 ControlNet，另一张图来带路：它的线条、深度或人的姿势决定构图，你的话决定内容。回复一张图，或随图发送，写上你的话和 --control canny：边缘保留，其余全新。浅底深线的草图会照原样遵循。--control-weight 0.5 更自由，--control canny,depth 同时取两样（有两张图时各取一样），--show-map 显示取了什么。清楚简单的图效果最好。/models 会列出这里有哪些。
guide-like-title = 像一张图
guide-like-names = 像, ip-adapter, ip adapter, 风格, 参考, 相似
guide-like = 图片也可以当提示词：画什么由你的话说，怎么画由另一张图说。回复一张图，写上你的话和 --like，或附上一张照片：它的风格、颜色和事物都会体现出来。用一张图去回复另一张，写上你的话和 --like，前一张就会照你的图来画。--like-weight 0.3 只取一点，1 几乎不留给文字，0 就是普通的图；--seed 7 --like-weight 0,0.4,0.8 可以并排看。模型需要 IP-Adapter：这里有哪些看 /models，用 --like-by 选一个。

guide-model-title = 模型
guide-model-names = 模型, 画家
guide-model = 模型就是画家：一个从许许多多图画里学会了“词语长什么样”的文件。有的擅长照片，有的擅长绘画。用 /models 看看有哪些。
guide-checkpoint-title = 检查点
guide-checkpoint-names = 检查点, 大模型, 模型文件, checkpoint, ckpt
guide-checkpoint = 检查点（checkpoint）是模型在学习的某一刻存下来的样子：一位完整的画家，装在一个几 GB 的文件里。人们教给它一种风格，再分享出来。运行我的人把它放进模型文件夹，它就会出现在 /models 里。
guide-safetensors-title = Safetensors
guide-safetensors-names = safetensors, 文件格式
guide-safetensors = Safetensors 是一种只能装数字的模型文件格式。旧格式的文件（.ckpt）里可能藏着一打开就运行的程序，我不会打开它们。下载模型时，请选以 .safetensors 结尾的文件。
guide-lora-title = LoRA
guide-lora-names = lora, 微调
guide-lora = LoRA 是一个小小的附加文件，再教模型一样东西：一种风格、一个角色、一件产品。它只有检查点的百分之一大，和检查点一起工作。在提示词里写作 <lora:名字:0.8>，数字表示作用有多强。
guide-embedding-title = 嵌入
guide-embedding-names = 嵌入, embedding, 文本反转
guide-embedding = 嵌入（embedding）是一个很小的文件，给模型已经差不多会画的东西起一个新词。在提示词里写上这个词就能用。有名的嵌入代表一种画风，或者写在 --no 后面，代表一切常出错的东西。
guide-hypernetwork-title = 超网络
guide-hypernetwork-names = 超网络, hypernetwork
guide-hypernetwork = 超网络（hypernetwork）是另一个小网络，会改变模型理解文字的方式，多半用来调风格。LoRA 出现之前很流行，而 LoRA 更小、效果更好。如果能选，就选 LoRA。在描述里写作 <hypernet:名字:0.7>，数字表示作用有多强。
guide-dreambooth-title = DreamBooth
guide-dreambooth-names = dreambooth, 训练
guide-dreambooth = DreamBooth 用几张照片教模型认识某个人、某只宠物或某件东西，并给它一个专门的词。结果是一个新的检查点或 LoRA。十张各不相同的照片胜过一百张相似的；教模型认一个人的脸之前，要先征得同意。

guide-diffusion-title = 扩散
guide-diffusion-names = 扩散, stable diffusion, 原理
guide-diffusion = 扩散是我画画的方法：从一片纯噪声开始，一步一步去掉不像你所说的部分。我是反过来学会的，看着许多画一点点沉进噪声里。所以画是从雾里浮现的，而不是一笔一笔画出来的。
guide-noise-title = 噪声
guide-noise-names = 噪声, 噪点, 杂讯
guide-noise = 噪声是杂乱的斑点，像老电视的雪花。每幅画都从它开始，是哪一片噪声由种子决定。看着一幅画慢慢画出来，你会看到噪声变成画。
guide-latent-title = 潜空间
guide-latent-names = 潜空间, 潜在空间, 隐空间
guide-latent = 我画的不是一个个点，而是在潜空间里画一个缩小、浓缩了的版本，最后才把它展开。在那里，相似的东西彼此靠近。画的边长是 8 的倍数，也是这个缘故。
guide-render-title = 渲染
guide-render-names = 渲染, 生成, 出图, 速度, 时间
guide-render = 渲染就是从描述算出一幅画，也就是从“开始画了”到画完之间我做的事。步数、点数和张数越多，就越久。所以先用少的步数试想法，再用多的步数把最好的一张重画一次。
guide-watermark-title = 水印
guide-watermark-names = 水印, 签名, 元数据, 来源
guide-watermark = 水印说明一幅画从哪里来：可以像签名一样看得见，也可以藏在点里或文件里。我发的原图文件里带着文字和设置，而聊天软件会把照片里的这些去掉。想保留一幅画是怎么画的，就按 📄 。从 256×256 起，我的图里还有隐形的标记，说明是机器画的；用 /info 就能找到。

## When something is in the way

error-unknown = 抱歉，我这边出了点问题。告诉管理员时，请附上编号 { $incident }。
error-engine = 抱歉，没画成，请再试一次。告诉管理员时，请附上编号 { $incident }。
error-out-of-memory = 内存不够画这幅画。试试小一点的 --size 。编号 { $incident }。
error-broken-numbers = 这次模型迷路了。试试别的种子，或者低一点的 --cfg 。编号 { $incident }。
error-device-lost = 画家离开了一下，请再试一次。告诉管理员时，请附上编号 { $incident }。
error-empty-prompt = 告诉我画什么吧，我没有看到文字。
error-prompt-too-long = 有 { $length } 个字符，我最多能读 { $limit } 个。
error-too-many-texts = 作画途中，你的提示词会变成 { $limit } 种以上不同的文字。请少用几处 [a|b] 或 [a:b:0.5] 这样的变化。
error-too-many-pictures = 那会是 { $count } 张，而我一次最多画 { $limit } 张。请少写几个值。
error-nothing-between = 渐变需要两头：用 | 隔开的两段描述，回复一张画时写的话，或者两张画。例如：/morph 红色的狐狸 | 白色的猫头鹰
error-unknown-flag = { $nearest ->
    [none] 我不认识 { $flag } 。我认识的都在 /help 里。
   *[other] 我不认识 { $flag } 。你是想写 { $nearest } 吗？
}
error-no-setting = “{ $flag }”不能为所有图片设置。可以设置的内容见 /settings。
range = { $unit ->
    [pixels] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) } 像素
   *[other] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }
}
error-out-of-range = { $value ->
    [none] { $flag } 需要一个值：{ $range }。
   *[other] { $flag } 不能是 { $value } 。试试 { $range }。
}
error-unknown-choice = { $nearest ->
    [none] { $flag } 没有“{ $value }”。可以选：{ $choices }。
   *[other] { $flag } 没有“{ $value }”。你是想写 { $nearest } 吗？可以选：{ $choices }。
}
error-no-choices = { $flag } 没有“{ $value }”：这里还没有添加任何可用于它的东西。
error-misplaced-lora = { $tag } 要写在描述里，不要写在 { $flag } 后面：它作用于整张图。
error-no-image = 这需要一张图来开始：请一起发一张，或者回复一张。
error-surplus-image = 图片比这里需要的多：请少发几张。
error-no-estimator = 这里没有能看出图中 { $kind } 的东西。请用 { $flag } 发送现成的图谱，或者用 --control canny，线条我自己能描。
error-bad-image = 我无法把那个文件当作图片读取。PNG、JPEG 和 WebP 最合适。
error-too-large = 那会是 { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } 像素。我最多能到 { $limit } 百万像素：请选小一点的倍数，或小一点的图。
error-bad-mask = { $fault ->
    [empty] 这张蒙版里什么都没标：把要改的地方涂白，其余留黑。
    [full] 整张图都被标上了。请把要保留的地方留出来，或者不带蒙版只发文字来改整张图。
    [shape] 这张蒙版和图片形状不同：大小可以不一样，但宽高比要相同。
    [moving] 动图不能当蒙版：请发一张静止的图。
    [pages] 多页文件不能当蒙版：请发单张图。
    [double] 请只用一种方式说明要改的部分：用 --only，或者用蒙版或区域。
    [part] 不能对图片的一部分这样做：请先画好这一部分，再回复画出来的图片提出要求。
   *[unmarked] 在这张副本里没找到标记。请用醒目的颜色涂在要改的地方，再发一次。
}
error-not-in-picture = 我在这张图片里找不到“{ $words }”。
error-image-not-fetched = 没能取到那张图片，请再发一次。
error-address-not-fetched = 没能从那个地址取到图片。地址对吗？也可以直接把图片发过来。
error-no-words = 我现在没找到合适的词，请过一会儿再试。
error-address-refused = { $why ->
    [off] 这里不从地址取图片，请直接把图片发过来。
   *[other] 我只通过 https 或 http 从公开的互联网上取图片，请直接把图片发过来。
}
error-not-a-picture = 我可以从照片、以文件发送的图片或静态贴纸开始画。视频、GIF、动态贴纸和声音不行：发一张截图就可以。
error-unseen = 我看不到你回复的那条消息：Discord 只让我看到对我说的话。如果你指的是那张图，请打开那条消息的菜单，选“应用”；如果不是，请不要用回复，直接写给我。
error-image-too-large = { $unit ->
    [megabytes] 那张图太大了，最多 { $limit } MB。
    [megapixels] 那张图太大了，最多 { $limit } 百万像素。
   *[other] 那张图太大了，最多 { $limit }。
}
error-canvas-too-large = 那样图会变成 { $width } × { $height } 像素，而每边最多 { $limit }。
error-no-adapter = { $lacks ->
    [encoder] IP-Adapter { $model } 还看不了图片：缺少图像编码器。请把 image_encoder 文件夹放在它旁边。
   *[adapter] 这里没有适用于 { $model } 的 IP-Adapter，没有它就无法照着另一张图片来画。
}
error-bad-model = { $fault ->
    [damaged] 模型 { $model } 不能用：文件已损坏或不完整。
    [pickle] 模型 { $model } 不能用：这种格式里可能藏着程序，所以我只读 .safetensors 文件。可以转换：方法见 docs/models.md。
    [strange] 模型 { $model } 不能用：我不会用这一种模型。
    [unlike] { $model } 在这里不能用：它是为另一种模型做的。
    [unfinished] 模型 { $model } 还不能用：下载还没有完成。
    [elsewhere] { $model } 不是能画画的模型：它应该放在别的文件夹里。
    [part] { $model } 不能单独画画：它只是模型的一部分。
   *[other] 模型 { $model } 不能用。
}
error-unfit-model = { $model ->
    [none] 这里没有哪个模型能做这个。
   *[other] 模型 { $model } 做不了这个：换一个，或者不写 --model。
}
error-noiseless = { $upscaler } 不会给图片加噪声：去掉 { $flag }，或者换一种放大方式。
error-picture-needed = 模型 { $model } 没有图就画不了：请一起发一张，或者回复一张。
error-not-allowed = 这个机器人只给受邀的人用。想用的话，请把你的 id 告诉管理员：{ $id }
error-not-yours = 那是别人的。
error-not-found = 那个已经不在这里了。
error-withheld = 🔒 画好了，但不适合这里的所有人，所以收起了。请换个说法试试。
error-unlooked = 🔒 画好了，但无法检查它是否适合这里的所有人，所以收起了。请稍后再试。
error-too-many-jobs = 你已经有 { $limit } 张画在等了。等其中一张画完再发吧。
error-closing = 我正在重新启动，请过一会儿再试。
error-not-for-all = 🔒 不能确定这张图片适合所有人，所以不能用链接展示。
error-no-store = 我现在无法保存任何东西：我的存储不可用。请告诉运行我的人，稍后再试。

## In a terminal

terminal-starting = 正在启动…
terminal-ready = Lukis 已准备好。
terminal-page = 网页：{ $address }
terminal-on = { $platform }：已开启。
terminal-off = { $platform }：未开启。要开启，请在 .env 里写 { $setting }（见 { $file }）。
terminal-open = 访问：找到机器人的人都能画。如需更改，请在 .env 里写 { $setting }。
terminal-unmarked = 图里没有 Lukis 的水印。
terminal-head = 集群的主节点在 { $address }。在其他每台机器上：把密钥 { $key } 复制过去（只有其所有者可读），然后运行：{ $command }
terminal-worker = { $name } 已加入 { $address }。可用来画图的设备数：{ $devices }。
terminal-drain = { $name } 不再接收新的图，会画完手上的。
terminal-drain-none = 集群里没有叫 { $name } 的机器。现有：{ $names }。
terminal-drained = { $name } 已画完手上的所有图。
terminal-untold = 图里没有写它是怎么画的。
terminal-no-film = { $file }：生成 MP4 需要 ffmpeg，而这台机器上没有。以 .webp 或 .gif 结尾的文件名不需要它。
terminal-listed = 访问：只有 ALLOWED 里列出的 { $count } 个能画。如需更改，请在 .env 里写 { $setting }。
terminal-backup = { $file }：数据库和图片（{ $pictures } 张），{ NUMBER($size, maximumFractionDigits: 1) } MB。
terminal-backup-words = { $file }：数据库，不含图片，{ NUMBER($size, maximumFractionDigits: 1) } MB。
terminal-restored = 一切已恢复到 { $date } 的样子。恢复的图片：{ $pictures } 张。
terminal-restored-before = 原来的数据库保留在：{ $file }。
terminal-restore-occupied = 已经有一个数据库：{ $file }。加上 { $flag } 它会让位，并保留在新数据库旁边。
terminal-pruned = 已删除图片 { $pictures } 张，释放 { NUMBER($size, maximumFractionDigits: 1) } MB。
terminal-prune-dry = 将要删除图片 { $pictures } 张，共 { NUMBER($size, maximumFractionDigits: 1) } MB。现在什么都没有删除。
terminal-status = Lukis { $version }，已运行 { $time }。平台：{ $platforms }。
terminal-status-work = 等待：{ $waiting } · 正在画：{ $drawing } · 正在送达：{ $delivering } · 磁盘剩余：{ NUMBER($space, maximumFractionDigits: 1) } GB
terminal-status-device = { $device }：行 { $rows } · 通道 { $lanes } · 已走步数 { $forwards } · 已加载模型 { $loads }
terminal-status-device-away = { $device }：现在不接受任何任务；原因见日志。
terminal-status-starting = 设备还在启动。
terminal-status-queued = ⏳ 排在第 { $position } 位
terminal-status-queued-wait = ⏳ 排在第 { $position } 位：大约 { $wait }
terminal-status-delivering = 📨 正在送达
terminal-status-more = ……还有 { $count } 个
terminal-status-none = { $folder } 上没有正在运行的 Lukis。启动：{ $command }

rented-page = 你的页面：{ $address }
rented-no-page = 从这个笔记本打不开任何页面。请在 Telegram 或 Discord 里给你的机器人写信。
rented-needs-token = 从这个笔记本打不开任何页面，所以需要令牌：请在上面的单元格里选择 Telegram 或 Discord。
rented-token = 你在 { $platform } 的机器人令牌。不会保存在任何地方；没有就留空：
rented-running = Lukis 正在运行。
rented-off = Lukis 没有运行。
rented-stopped = Lukis 已结束。什么都没有丢。
rented-broke = Lukis 自己结束了；原因在上面几行里。然后请再次运行这个单元格。
rented-kept = { $folder } 里保存的图片：{ $count }。
rented-copied = 那里最新的副本是 { $minutes } 分钟前的。

doctor-data = 数据文件夹
doctor-data-free = { $folder }（空闲，剩余 { NUMBER($space, maximumFractionDigits: 1) } GB）
doctor-data-used = { $folder }（正在运行的 Lukis 占用，剩余 { NUMBER($space, maximumFractionDigits: 1) } GB）
doctor-data-full = { $folder }：只剩 { NUMBER($space, maximumFractionDigits: 1) } GB，少于 { $setting }，因此不接受新的请求。请腾出空间，或让旧图片被删除（docs/keeping.md）。
doctor-database = 数据库
doctor-database-none = 还没有；第一次启动时会创建
doctor-database-told = 版本 { $version }，{ NUMBER($size, maximumFractionDigits: 1) } MB，更新前的副本：{ $backups } 个
doctor-tokens = 令牌
doctor-token-missing = { $platform } 未设置
doctor-token-works = { $platform }：我是 { $name }
doctor-token-bad = { $platform } 不接受这个令牌。请重新复制到 { $setting }（{ $file }）。
doctor-token-silent = { $platform } 在 { $address } 没有回应。请检查这台机器的网络，以及防火墙或代理是否挡住了。
doctor-hook-fails = { $platform } 连不上 { $address }：{ $why }。请检查它前面的代理（{ $file }）。等待中：{ $waiting }。
doctor-chat-away = { $chat }：我不在里面，或者无权查看。请把我加进去，或从 { $setting } 里去掉它。
doctor-chat-lacks = { $chat }：我在那里缺少权限：{ $rights }。请在聊天设置里授予。
doctor-clock = 时钟
doctor-clock-right = 与 { $platform } 一致
doctor-clock-wrong = 与 { $platform } 相差 { $time }。请让系统通过网络校时。
doctor-clock-unknown = 没有可以比对的对象
doctor-page = 网页
doctor-page-off = 关闭
doctor-page-taken = 端口 { $port } 被另一个程序占用。请结束它，或换一个 { $setting }。
doctor-page-nowhere = 这台机器无法监听 { $address }。请换一个 { $setting }；127.0.0.1 总是可用。
doctor-translators = 翻译
doctor-translators-off = 无：文字保持原样
doctor-translator-works = { $name } 有回应
doctor-translator-silent = { $name } 没有回应
doctor-translators-none = 因此其他语言的文字会保持原样。请检查网络，或把不需要网络的 { $name } 写进 { $setting }。
doctor-access = 访问
doctor-access-told = { $access }，允许 { $allowed } 个，管理员 { $admins } 人
doctor-quotas = 配额
doctor-quotas-none = 没有文件：谁都没有限制
doctor-quotas-told = { $file }（类别：{ $classes }，聊天种类：{ $chats }）
doctor-torch-told = { $version }，{ $devices }
doctor-cpu = CPU
doctor-models = 模型
doctor-cluster = 集群
doctor-cluster-machine = { $name }（{ $address }），设备数：{ $devices }
doctor-cluster-other = 主节点运行的版本与本机不同（{ $differs }）。请在两边安装同一版本。
doctor-cluster-open = { $ports } 无需密钥就会回应任何人。请对所有人关闭（{ $file }）。
doctor-safety = 安全检查
doctor-safety-off = 关闭
doctor-safety-works = { $policy }，另有规则：{ $chats }；能分辨图片
doctor-model-coming = { $model } 还没有下载完：{ NUMBER($size, maximumFractionDigits: 2) } GB 中已下载 { NUMBER($done, maximumFractionDigits: 2) } GB，其余由 { $command } 下载

## The page

page-skip = 跳到提示词
page-sections = 栏目
page-chat = 聊天
page-gallery = 画廊
page-language = 语言
page-theme = 浅色或深色
page-headline = 画点什么？
page-tagline = 用任何语言描述一幅画。或者从这里开始：
page-first-fox = 雪中的狐狸
page-first-rocket = 太空中的火箭
page-first-elephant = 草地上的蓝色大象
page-first-wizard = 森林里的巫师
page-first-house = 夜晚的房子
page-first-penguin = 海滩上的企鹅和披萨
page-take = 再写一次
page-retry = 修改后重试
page-earlier = 以前写的话
page-earlier-empty = 有了图片，它们的文字就会出现在这里。
page-help = 帮助
page-help-examples = 试试其中一个
page-help-options = 选项
page-help-option = 写在词语后面，例如 { $value }。大多数在设置里也有。
page-help-keys = 按键
page-keys-single = 使用单个字母或符号的快捷键
page-key-write = 书写
page-key-commands = 命令
page-key-settings = 设置
page-key-help = 本帮助
page-key-turn = 翻看大图
page-key-delete = 删除大图
page-key-undo = 恢复已删除的
page-key-close = 关闭，或放下词语所指的内容
page-key-before = 输入框为空时，之前写过的话
page-advanced = 高级
page-how = 它是怎么画出来的？
page-restore = 用它的描述和设置
page-restored = 描述已放进输入框，设置也调好了。
page-you = 你：
page-prompt = 画什么
page-placeholder = 描述一幅画，用哪种语言都行…
page-placeholder-change = 想改哪里？
page-words-missing = 请再用文字说说要把这幅画变成什么样。
page-words-answer = 请先写下你的回答。
page-count = { $count } / { $limit } 个字符
page-send = 画
page-attach = 从一张图开始
page-drop = 把图拖到这里
page-settings = 设置
page-settings-reset = 恢复自动
page-auto = 自动
page-random = 随机
page-out-of-range = 必须在 { $least } 到 { $most } 之间。
page-sampler-soft = 柔和、有画意
page-sampler-varied = 多变
page-sampler-crisp = 清晰、写实
page-commands = 命令
page-remove = 移除
page-changing = 正在修改这张画
page-answering = 正在回复
page-from-file = 从这张图开始
page-source = 你的图
page-change = 修改
page-again = 只重画这张
page-delete = 删除这张
page-deleted = 已删除。
page-undo = 撤销
page-open = 放大看
page-picture = 画
page-picture-alt = 画：{ $prompt }
page-picture-of = 第 { $number } 张画，共 { $count } 张：{ $prompt }
page-preview = 正在成形的画
page-progress = 进度
page-newest = 回到最新
page-queue = 进行中
page-queue-count = 进行中：{ $count }
page-cancel-one = 取消：{ $prompt }
page-cancel-all = 全部取消
page-newer = 更新的
page-older = 更早的
page-close = 关闭
page-previous = 上一张
page-next = 下一张
page-copy-prompt = 复制提示词
page-copy-seed = 复制种子 { $seed }
page-copied = 已复制。
page-download = 下载原图
page-part = 改一部分
page-draw = 画画
page-done = 完成
page-redo = 重做
page-clear = 全部清除
page-invert = 互换已涂与未涂
page-canvas = 画布
page-canvas-keys = 方向键移动画笔，空格键涂色，Shift 加方向键画线。加号和减号缩放，方括号改变粗细，B 是画笔，E 是橡皮。
page-brushes = 工具
page-brush = 画笔
page-eraser = 橡皮
page-move = 移动图片
page-brush-size = 画笔粗细
page-farther = 缩小
page-fit = 完整图片
page-nearer = 放大
page-colours = 颜色
page-colour-own = 自选颜色
page-colour-black = 黑色
page-colour-grey = 灰色
page-colour-white = 白色
page-colour-red = 红色
page-colour-orange = 橙色
page-colour-yellow = 黄色
page-colour-green = 绿色
page-colour-blue = 蓝色
page-colour-purple = 紫色
page-colour-pink = 粉色
page-colour-brown = 棕色
page-marked = 修改条纹部分
page-marked-share = 已涂 { $value }
page-drawn = 从你的画开始
page-placeholder-part = 条纹部分应该是什么？
page-placeholder-drawing = 画的是什么？
page-mask-empty = 请先涂出要改的地方。
page-mask-full = 整张图片都涂上了，请留出要保留的部分。
page-drawing-empty = 请先画点什么。
page-cannot-draw = 这张图片无法在此显示，所以不能在上面画。
page-gallery-empty = 这里还什么都没有。画好的画会出现在这里。
page-favourite = 收藏
page-favourites = 收藏
page-favourites-empty = 还没有收藏。点一下画下面的 ⭐ 就能收藏。
page-details = 关于这张图片
page-made-from = 源自
page-became = 衍生出
page-copy = 复制
page-share = 分享
page-shared-until = 有链接的人在 { $time } 前都能看到。
page-unshare = 结束链接
shared-link = { $time }内，有链接的人都能看到这张图片和它的文字。
shared-ended = 已经没有链接能看到这张图片了。
shared-drawn = 由 Lukis 根据这些文字画成。
shared-try = 画一张图
shared-over = 这个链接已经看不到任何内容了。
page-compare = 对比
page-compared = 显示多少之前的图片
page-before = 之前
page-after = 之后
about-prompt = 提示词
about-english = 英文
about-loras = LoRA
about-created = 提交时间
about-seconds = 绘制用时
about-took = { $seconds } 秒
page-search = 搜索你的图片
page-search-example = 词语、模型、日期…
page-search-empty = 没有找到。少用几个词也许能找到更多。
page-select = 选择
page-select-one = 选择：{ $prompt }
page-select-most = 一次最多 { $limit } 张。
page-selected = 已选：{ $count }
page-picked = 已选图片
page-delete-them = 删除
page-zip = 打包下载
page-zip-large = 一个文件装不下这么多，请少选一些。
page-zip-gone = 其中一些已经不在了，请重新加载页面。
page-offline = Lukis 没有回应，正在重试…
page-not-sent = 没有发出去。Lukis 在运行吗？
page-no-tools = 无法取得页面的这一部分。Lukis 在运行吗？
page-malformed = 我没看懂。请重新加载网页。
page-too-fast = 好快！请等我几秒钟。
page-cookie = 本页需要一个 Cookie 来区分你和别人。请允许它，然后重新加载网页。
page-not-vouched = 我没能确认你是谁。请关闭后从我们的聊天里重新打开。
page-who = 你在这里是谁
page-sign-in = 用 { $platform } 登录
page-signed-in = 你是 { $platform } 上的 { $name }：图片和历史都一样。
page-sign-out = 退出登录
page-not-signed-in = 没能登录。请再试一次。

## Discord

discord-prompt = 提示词
discord-prompt-help = 你想看到什么，用哪种语言都行
input-image = 图片
input-image-help = 一张开始用的图：你的话会改变它
input-mask = 蒙版
input-mask-help = 白色的地方重新画，黑色的地方保持不变
input-other = 另一张画
input-other-help = 配合多种 --control：除第一种外，其余都取自这张画
input-like = 像这张
input-like-help = 你的图要像的那张图：风格和事物取自它，画什么由你的话决定
input-end = 最后一张
input-end-help = 配合 --frames：第一张画要变成的那张画
discord-about = 主题
discord-about-help = 想查的词或主题，比如步数
discord-page = 页码
discord-page-help = 第几页，1 是最新的
discord-words = 词语
discord-words-help = 找哪些画：提示词里的词、--model、2026-11、昨天
discord-language = 语言
discord-language-help = 我使用的语言
discord-change = 更改
discord-change-help = 例如 --steps 30 --ar 16:9，或 reset steps
discord-file = 文件
discord-file-help = 图片文件
discord-second = 第二张
discord-second-help = 再加一张要融合的图。
discord-third = 第三张
discord-third-help = 再加一张要融合的图。
discord-fourth = 第四张
discord-fourth-help = 再加一张要融合的图。
discord-fifth = 第五张
discord-fifth-help = 再加一张要融合的图。
discord-job = 编号
discord-job-help = 你的图片编号，就是文件名里的那个。
discord-private = 仅自己可见
discord-private-help = 这张图和由它画出的一切只给我看
discord-menu = 从这张图开始画
discord-info = 这张图是怎么画的？
discord-upscale = 放大
discord-again = 再画一次
discord-describe = 图里有什么？
discord-english = 我据以作画的英文
discord-no-form = 没能打开输入框。请再选一次“{ $menu }”。

## For those in charge of a chat, and whoever runs me

button-report = 🚩 举报
button-remove = 🗑 移除
button-warn = ✋ 提醒
button-ban = ⛔ 封禁
button-dismiss = ✅ 保留
report-thanks = 谢谢。这里的管理员会来看看。
report-nobody = 这里没有我能通知的管理员。
report-many = 谢谢。这里的管理员要看的已经很多了，请稍后再试。
report-seen = 这里的管理员已经看过这张图片了。
report-told = 🚩 有一张图片被举报。作者 { $person }，聊天 { $chat }：
report-listed = 🚩 名单里的“{ $line }”被找到了。作者 { $person }，聊天 { $chat }：
report-closed =
    { $deed ->
         [remove] ✅ { $name } 移除了图片。
         [warn] ✅ { $name } 提醒了作者。
         [ban] ✅ { $name } 封禁了作者并移除了图片。
        *[dismiss] ✅ { $name } 决定保留。
    }
report-done =
    { $deed ->
         [remove] 已移除。
         [warn] 已提醒。
         [ban] 已封禁，图片也移除了。
        *[dismiss] 保持原样。
    }
report-done-already = 已经处理好了：另一位管理员更快。
report-outcome =
    { $deed ->
         [remove] 你举报的图片已经看过：它被移除了。谢谢。
         [warn] 你举报的图片已经看过：已请作者多顾及他人。谢谢。
         [ban] 你举报的图片已经看过：它被移除了，作者也不能再画。谢谢。
        *[dismiss] 你举报的图片已经看过：它可以留下。谢谢你的关心。
    }
report-warning = 🙏 这里的管理员请你多顾及他人：别人也会看到你画的图片。
command-moderate = 给管理员：词语名单、封禁、暂停等
command-moderate-names = 管理, 审核
moderate-how = 作为管理员，你可以发送：
    /moderate test … – 名单会怎样处理这些词，以及原因
    /moderate block …, spoiler …, report …, allow … – 把词放进名单：不画、画出但隐藏、通知你，或永不命中
    /moderate lists, /moderate drop … – 查看本聊天的名单，去掉一个词
    /moderate ban …, unban … – 不再接受某人的请求，写 id 或回复其图片
    /moderate limit …, unlimit – 一小时或一天能画多少张，对本聊天或某个人
    /moderate pause, resume – 不接受新的请求；正在画的会画完
    /moderate say … – 以我的名义在这里说话
    /moderate stats, log, reports – 谁画了多少，管理员做过什么，以及未处理的举报
moderate-how-operators = /moderate broadcast …, stop – 告诉所有聊天一件事，并收回还没发出的
    封禁、暂停、统计和记录对所有聊天有效；末尾写“here”则只对本聊天有效。
moderate-test-how = 请附上词语：/moderate test …
moderate-test-nothing = ✅ 没有名单命中。英文：{ $english }
moderate-test-english = 英文：{ $english }
moderate-test-found =
    { $list ->
         [block] ⛔ 不画：
         [spoiler] 🙈 会画，但点一下才显示：
        *[report] 🚩 会画，并通知管理员：
    } { $where ->
         [bot] “{ $line }”，来自所有聊天的名单。
        *[chat] “{ $line }”，来自本聊天的名单。
    }
moderate-lists =
    { $count ->
        *[other] 本聊天的名单有 { $count } 行。
    }
moderate-line = • { $list }：{ $line }
moderate-full = 本聊天的名单满了：最多 { $limit } 行。
moderate-bad-line =
    { $why ->
         [long] 这一行太长了。
         [empty] 这一行里没有文字。
         [pattern] 这不是正则表达式。
         [all] 这会命中一切。
        *[slow] 这个表达式处理某些文字时太慢。
    }
moderate-added = ✅ 已在名单 { $list } 中：{ $line }
moderate-known = 名单 { $list } 里已经有了：{ $line }
moderate-dropped = ✅ 已从本聊天的名单去掉：{ $line }
moderate-no-line = 本聊天的名单里没有：{ $line }
moderate-who = 是谁？请回复其图片，或附上 id，例如 telegram:123。
moderate-banned =
    { $where ->
         [everywhere] ⛔ 在所有聊天里，我不再接受 { $person } 的新请求。
        *[here] ⛔ 在本聊天里，我不再接受 { $person } 的新请求。
    } { $count ->
        *[other] 停止了 { $count } 张图片。
    }
moderate-banned-already = { $person } 已经被封禁。
moderate-unbanned = ✅ { $person } 又可以画了。
moderate-not-banned = { $person } 没有被封禁。
moderate-limit-how = 多少张、在多长时间内？对整个聊天：/moderate limit 50/day。对某个人，写 id 或回复其图片：/moderate limit telegram:123 5/hour。/moderate unlimit 取消限制。
moderate-limit-all = 整个聊天
moderate-limited = ✅ { $whom } – { $kind }：{ $limit }
moderate-limits = 管理员在这里设的限制：
moderate-limits-none = 这里没有管理员设过限制。
moderate-limit-line = • { $whom } – { $kind }：{ $limit }
moderate-unlimited = ✅ 管理员的限制已取消：{ $whom }
moderate-not-limited = 管理员没有为 { $whom } 设过限制。
moderate-paused =
    { $where ->
         [everywhere] ⏸ 所有聊天都不接受新的请求。正在画的会画完。
        *[here] ⏸ 本聊天不接受新的请求。正在画的会画完。
    }
moderate-resumed =
    { $where ->
         [everywhere] ▶️ 我又在所有聊天里画画了。
        *[here] ▶️ 我又在本聊天里画画了。
    }
moderate-reports = 未处理的举报，已私下发给你：{ $count }
moderate-say-how = 请附上要说的话。
moderate-said = ✅ 已经说了。
moderate-broadcast =
    { $count ->
        *[other] 📣 正在发往 { $count } 个聊天。
    } /moderate stop 可以收回还没发出的。
moderate-stopped =
    { $count ->
        *[other] ✋ { $count } 个聊天不会收到。
    }
moderate-stats = 最近 { $days } 天：{ $people } 人 · { $jobs } 次请求 · { $pictures } 张图片
moderate-busy = 正在等待或绘制：{ $count }
moderate-stats-line = • { $name }（{ $person }）：{ $pictures } 张图片 · { $jobs } 次请求
moderate-log = 管理员做过的事，第 { $number } 页：
moderate-log-line = • { $when } { $name } – { $what } { $about } ({ $chat })
error-not-admin = 这是给管理员用的。如果是你在运行我，请把你的 id 写进 ADMINS：{ $id }
error-banned = 管理员决定我在这里不再接受你的新请求。如果你觉得弄错了，请和他们谈谈。
error-paused = 我现在不接受新的请求。已在等待的会画完，请稍后再试。
error-over-quota =
    { $whose ->
         [chat] 本聊天目前的额度用完了
        *[person] 你目前的额度用完了
    }（{ $kind }：{ $limit }）。再过{ $wait }就又有名额了。
error-too-much-at-once = 一次要得太多了：{ $asked }，最多只能 { $limit }（{ $kind }）。请少要一些。
error-too-large-here = 这比你在这里能要的大：{ $size } 百万像素，最多 { $limit }。
error-not-that-model = 模型 { $model } 不在你这里能用的之列：{ $choices }。
error-blocked = 这个我在这里不画。请换一个试试。
discord-order = 指令
discord-order-help = 要做什么。留空：看看有哪些
