### 日本語。各メッセージの意味と決まりは en.ftl と docs/interface.md を見てください。

language-name = 日本語
language-names = 日本語, にほんご, japanese

## While a job waits and runs

status-waiting = 🎨 準備しています…
status-sweep = 全部で{ $count }枚になります。
status-morph = 全部で{ $count }コマになります。
status-queued = ⏳ { $position ->
    [1] 次があなたの番です。
   *[other] { $position }番目に並んでいます。
}
status-queued-wait = ⏳ { $position ->
    [1] 次があなたの番です。あと約{ $wait }。
   *[other] { $position }番目に並んでいます。あと約{ $wait }。
}
status-start = 🔌 マシンを起動しています。約{ $time }かかります。
status-started = 🎨 描き始めました…
status-larger = 🔍 { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } に拡大します
status-larger-time = 🔍 { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } に拡大します。約{ $time }
status-progress = 🎨 描いています：{ NUMBER($share, style: "percent") }
find-found = 🎯 「{ $words }」はここだと思います。しま模様の部分を描き直し、ほかはそのまま残します。ボタンを押すまでは何も描きません。
status-cancelled = ✋ 取り消しました。
status-over = ✅ 終わりました。
status-parting = ⏳ ここで返事ができる時間より長くかかっています。できれば個別メッセージで絵をお送りします。/history ではいつでも見られます。

## Results

result-english = 英語では：{ $english }
result-looked-for = 探したもの（英語）：{ $english }
result-joined = 元の絵の内容と合わせて：{ $english }
result-without = 描かないもの：{ $negative }
result-word-for-word = 翻訳サービスから応答がないので、内蔵の辞書で一語ずつ置きかえました。
result-dictionary = 内蔵の辞書で一語ずつ置きかえました。
result-not-translated = いまは翻訳できなかったので、書かれたとおりに描きました。
result-translator = 翻訳：{ $provider }
result-person = あなた自身の英語で描きました。
result-draws = わたしは小さなモデルなので、知っているものは多くありません。たとえば：{ $examples }
result-narrowed = { $model } では { $asked } を描けないため、最も近い { $size } で描きました。
result-unheard = { $model ->
    [none] ガイダンスが 1 だと、除外したいものはモデルに伝わりません。--cfg を上げると伝わります。
   *[other] { $model } には、除外したいものを伝えられません。
}
notice-lora-in-part = LoRA { $lora } のうち { $model } に合うのは { NUMBER($share, style: "percent") } だけで、残りは効きません。
notice-guessed-mask = 送られた画像をマスクとして使いました。印のある部分や白い部分を描き直します。その画像自体を変えたいときは、返信にせずに送ってください。
notice-first-frame = 送られた画像は動く画像なので、最初のコマだけを使いました。
notice-first-page = 送られたファイルには複数のページがあるので、最初のページだけを使いました。
notice-read-as = こう読みました：{ $told }
notice-no-meaning = ここには当たるものがないので、効果はありません：{ $flags }
notice-not-here = 設定にあって、ここにはないもの：{ $things }
notice-default-away = いまは { $wanted } が使えないため、代わりに { $model } が描きます。
notice-held-back = { $count } 枚の絵は、ここにいるみんなには向かないため見せません。
result-deleted = 🗑 削除しました。
result-smaller = 元のファイルがこのチャットには大きすぎるので、小さい JPEG で送りました。
result-not-taken = 🖼 絵はできましたが、このチャットには送れませんでした。わたしへの個人メッセージで /history を送ると見られます。
result-held-back = 🔒 みんなには向かない絵なので、ここでは見せません。
result-facts = シード { $seed } · { $size } · { $steps }ステップ · { $sampler } · cfg { $cfg } · { $model }
result-redrawn = シード { $seed } · { $size } · { $steps }ステップ · cfg { $cfg }
result-own = { $name } { $value }
result-frames = { $count }コマ

## Buttons

button-cancel = ✋ やめる
button-reroll = 🎲 描きなおす
button-subtle = ✨ 少し変える
button-strong = 🌀 大きく変える
button-remix = 📝 編集
button-upscale = 🔍 拡大 ×{ $times }
button-left = ⬅️ 左へ
button-right = ➡️ 右へ
button-up = ⬆️ 上へ
button-down = ⬇️ 下へ
button-zoom = 🔭 ズームアウト
button-square = ⬜ 正方形にする
button-invert = 🔁 反対の範囲
button-use = ✅ これで描く
button-original = 📄 元のファイル
button-one = 🖼 { $number }
button-original-one = 📄 { $number }
button-delete = 🗑 削除
button-undo = ↩️ 元に戻す
button-show = 🖼 もう一度見る
button-star = ⭐ お気に入り
button-again = 🎨 もう一度描く
button-version = 🎨 { $number }
button-use-it = 🎨 これで描く
button-own-words = ✏️ 自分の言葉で
button-raw = 自分の言葉のまま
button-edit = ✏️ 翻訳を直す
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = 取り消しました。
toast-too-late = 間に合いませんでした。もう描き終わっています。
toast-deleted = 削除しました。
toast-undone = 元に戻しました。
toast-starred = ⭐ お気に入りに入れました。/favourites ですべて見られます。
toast-unstarred = お気に入りから外しました。
toast-language = これからは日本語で話します。

## Commands

command-imagine = 言葉から絵を描く
command-imagine-names = 描いて, 絵, お絵かき, 想像
command-morph = ある絵が別の絵に変わるアニメーションを作る
command-morph-names = モーフ, 変身, アニメ
command-history = 自分の絵を見かえす
command-history-names = 履歴, ギャラリー
command-favourites = お気に入りの絵を見かえす
command-favourites-names = お気に入り, スター
command-info = 絵がどう作られたかを見る
command-info-names = 情報, レシピ
command-upscale = 絵を細部まで描き足して大きくする
command-upscale-names = 拡大, アップスケール
command-blend = 2～5 枚の絵を 1 枚に混ぜる
command-blend-names = ブレンド, 混ぜる, 合成
command-shorten = どの言葉が効くかを見て、短くする
command-shorten-names = 短縮, 短く
command-describe = 絵に何が描かれているかを言葉にする
command-describe-names = 画像説明, 描写
command-expand = 短いプロンプトを豊かにして、先に確かめる
command-expand-names = 拡張, 豊かに
command-show = 自分の絵を番号でもう一度見る
command-show-names = 表示, 見せて
command-again = 自分の絵を番号でもう一度描く
command-again-names = もう一度, 再描画
command-cancel = 順番待ちや描きかけの絵をやめる
command-cancel-names = やめる, 取消, キャンセル
command-help = 使い方と用語の説明
command-help-names = ヘルプ, 使い方, 説明
command-models = 使えるモデルを見る
command-models-names = モデル
command-style = スタイル：絵の雰囲気
command-style-names = スタイル, 画風
command-settings = すべての絵に使う設定を選ぶ
command-settings-names = 設定
command-language = 話す言語を選ぶ
command-language-names = 言語, 言葉
command-start = あいさつする
command-start-names = 開始, こんにちは

# Styles: what each is called
style-choose = スタイル、{ $total }ページ中{ $number }。押すと次のプロンプトで使えます。{ $flag } に名前を続けてもかまいません。
style-use = 使う
style-example = キツネ
style-how = 絵の雰囲気を残すには、その絵に /style save と名前で返信してください。名前の後の言葉はプロンプトを囲む言葉になります。/style delete と名前で消せます。
style-saved = { $flag } として保存しました。プロンプトをこう囲みます：{ $frame }
style-full = スタイルはもう { $limit } 個あります。/style delete と名前で空けてください。
style-unfit = 「{ $name }」はスタイルにできません。波かっこや縦線があるか、文字がありません。
style-deleted = { $name } を消しました。
style-none = { $name } というスタイルはありません。
style-save-names = 保存
style-delete-names = 削除
style-photo = 写真
style-portrait = ポートレート
style-cinematic = 映画風
style-noir = フィルムノワール
style-polaroid = インスタント写真
style-macro = マクロ写真
style-watercolor = 水彩
style-oil = 油絵
style-gouache = ガッシュ
style-ink = 墨絵
style-sketch = 鉛筆スケッチ
style-charcoal = 木炭画
style-pastel = パステル画
style-impressionist = 印象派
style-ukiyoe = 浮世絵
style-woodcut = 木版画
style-glass = ステンドグラス
style-mosaic = モザイク画
style-batik = バティック
style-anime = アニメ
style-manga = 漫画
style-comic = アメコミ
style-pixel = ドット絵
style-lowpoly = ローポリ
style-clay = 粘土
style-paper = 切り絵
style-neon = ネオン
style-cyberpunk = サイバーパンク
style-fantasy = ファンタジー
style-vaporwave = ヴェイパーウェイヴ

imagine-how = 描いてほしいものを、どの言語でもいいので書いてください。たとえば：
    /imagine { $example }
form-how = 下から好きなものを選んでください。そのあと、このメッセージへの返信で、個人チャットならそのまま続けて、言葉を送ってください。
form-edit = 下で変えてもう一度描くか、このメッセージにほかの言葉で返信してください。
form-paint = 🎨 描く
imagine-example = 雪の中の赤いキツネ --ar 16:9
message-hint = 書いてくださったものを描きます。どの言語でもかまいません。たとえば：
    { $example }
forwarded-offer = ほかの人の文ですね。描きますか？
changed-offer = 文が変わりました。今度はこれを描きますか？
offer-drawn = 描きはじめます。
group-hello = みなさん、こんにちは！知っておいてほしいことが三つあります。
    • /imagine に続けて見たいものを書くと、みなさんの前で描きます。どの言語でもかまいません。
    • わたしの絵に言葉で返信すると、その絵を変えます。
    • 管理者は /settings chat でここでの決まりを選び、/moderate で見守れます。ほかのことは /help にあります。
greeting-names = こんにちは, こんばんは, おはよう, おはようございます, やあ, ありがとう, ありがとうございます, はい, いいえ, テスト, どうも, はじめまして
called-how = わたしの名前のすぐ前か後に、見たいものを書いてください。どの言語でもかまいません。絵に返信して書くこともできます。たとえば：
    @Lukis { $example }
history-empty = まだ絵がありません。/imagine に続けて、見たいものを書いて送ってください。
history-empty-here = このチャットで描いた絵はまだありません。わたしとの個別チャットで /history を送ると、すべての絵を見られます。
history-page = { $number } / { $total }
history-page-here = このチャットの { $number } / { $total }
favourites-empty = お気に入りはまだありません。絵の下の ⭐ を押すとお気に入りに入ります。
favourites-empty-here = このチャットのお気に入りはまだありません。わたしとの個別チャットで /favourites を送ると、すべて見られます。
favourites-page = ⭐ お気に入り
favourites-page-here = ⭐ このチャットのお気に入り
history-today = 今日, きょう
history-yesterday = 昨日, きのう
found-page = 🔎 見つかった絵（新しい順）
found-page-here = 🔎 このチャットで見つかった絵
found-empty = それに合う絵は見つかりませんでした。
found-empty-here = このチャットには、それに合う絵がありませんでした。わたしとの個別チャットの /history なら、すべての絵から探せます。
cancel-none = 順番待ちや描きかけの絵はありません。
cancel-done = { $count }枚の絵をやめました。
edit-ask = このメッセージに返信して、描いてほしい内容を英語で書いてください。いまはこうなっています：
    { $english }
info-how = 絵に /info と返信するか、絵を一緒に送ってください。どう作られたかをお伝えします。
info-days = 絵は { $days } 日間取っておき、そのあと消します。
info-budget = 絵は、全部で { NUMBER($size, maximumFractionDigits: 1) } GB に収まるあいだ取っておきます。超えると古いものから消えます。
quota-kind =
    { $what ->
         [work]
            { $span ->
                 [day] 24時間の作業量
                *[hour] 1時間の作業量
            }
        *[pictures]
            { $span ->
                 [day] 24時間の枚数
                *[hour] 1時間の枚数
            }
    }
quota-used =
    { $whose ->
         [chat] 📊 このチャット、{ $kind }：{ $used } / { $limit }
        *[person] 📊 あなた、{ $kind }：{ $used } / { $limit }
    }
upscale-how = 絵に { $command } と返信するか、絵を一緒に送ってください。縦横を 2 倍にします。{ $command } 4 なら 4 倍です。
blend-how = { $command } と一緒に絵を { $least }～{ $most } 枚送るか、アドレスを書くか、絵に別の絵で返信してください。その間にある絵を描きます。
shorten-how = { $command } のあとにプロンプトを書いてください。どの言葉が効くかと、短い言い方をお伝えします。
shorten-told = いちばん効く言葉：{ $words }
shorten-short = どの言葉も効いています。省けるものはありません。
describe-how = 絵に { $command } と返信するか、絵かそのアドレスを送ってください。何が見えるかをお伝えします。
describe-told = こう見えます：
expand-how = { $command } のあとに短いプロンプトを書いてください。豊かにして、描く前にお見せします。
expand-off = ここには { $command } のためのモデルがありません。運営の方が { $setting } で設定できます。
expand-told = より豊かに：
show-how = { $command } のあとに絵の番号を書いてください。例：{ $command } 12
again-how = { $command } のあとに絵の番号を書くか、絵への返信として送ってください。例：{ $command } 12
aside-draw = 🎨 「{ $words }」を描く
aside-open = 🎨 いっしょに描く
again-told = 📋 この絵には作り方が書かれています。ボタンでもう一度描けます。変えたいときは、これを直して送ってください：
    { $command }
again-untold = この絵には作り方が書かれていません。チャットは写真からそれを消してしまうので、ファイルとして送ってください。絵を変えるには、言葉で返信してください。
again-source = 別の絵から作られていますが、その絵はファイルの中にありません。元の絵への返信としてコマンドを送ってください。
again-given = もとになった絵のハッシュ：{ $pictures }
again-mask = 描き直した部分は手で示されたもので、コマンドでは言い表せません。同じマスクも一緒に送ってください。
again-model = モデル { $model } はここにないので、別のモデルが描きます。
again-loras = ここにない LoRA は外しました：{ $names }
again-beyond = ここではできないので外しました：{ $things }
again-alike = { $program } で作られた絵です。わたしの絵は似ていますが、まったく同じにはなりません。
again-alike-other = 別のプログラムで作られた絵です。わたしの絵は似ていますが、まったく同じにはなりません。
again-marked = Lukis の見えない透かしが入っています。
models-title = 使えるモデル：
models-line = • { $name }：{ $title }
models-how = --model で選べます。例：/imagine 赤いキツネ --model { $name }
models-instead = --model を付けなければ { $name } が描きます。
models-loras = LoRA（<lora:{ $name }:0.8> と書きます）：{ $names }
models-triggers = かっこの中は、プロンプトに書くと LoRA が効く言葉です。
models-embeddings = Embedding（名前をそのまま書きます）：{ $names }
models-tagged = ふだんの単語と同じ名前の Embedding（<emb:{ $name }> と書きます）：{ $names }
models-controls = ControlNet（絵に --control を付けて使います）：{ $names }
models-upscalers = 拡大の方法（--upscaler { $name }）：{ $names }
models-adapters = IP-Adapter（絵に --like を付けて使う）：{ $names }
models-hypernets = ハイパーネットワーク（<hypernet:{ $name }:0.7> と書きます）：{ $names }
models-vaes = VAE（--vae { $name }）：{ $names }
beside-models = モデル
beside-loras = LoRA
beside-embeddings = 埋め込み
beside-controls = ControlNet
beside-likes = IP-Adapter
beside-upscalers = 拡大の方法
beside-hypernets = ハイパーネットワーク
beside-vaes = VAE
models-one = { $name }、{ $total }中{ $number }
models-use = このモデルを使う
models-examples = 得意なもの：{ $words }
models-styles = 付属のスタイル：{ $words }
models-licence = ライセンス：{ $name }
beside-choose = { $kind }（{ $number }/{ $total }）：押すと次のプロンプトで使えます。
beside-ready = 次のプロンプトに使えます。コピーして、自分の言葉に替えてください：
beside-reply = 絵に使えます。絵への返信として送ってください：
beside-triggers = 呼び出す言葉：{ $words }
beside-back = 種類に戻る
models-renamed = 同じ名前があるため別の名前になったもの：{ $names }
models-passed-over = 一覧にないもの（管理者にだけ表示）：
models-passed-over-line = • { $why }（{ $reason }）
models-passed-over-more = …ほかに { $count } 件。すべて「{ $command }」で見られます。
language-ask = どの言語で話しましょうか？
language-auto = アプリに合わせる
welcome = こんにちは！Lukis です。どの言語の言葉からでも絵を描きます。
    /imagine { $example }
    絵に言葉で返信すると、その絵を変えられます。くわしくは /help をどうぞ。

## One person on several apps

command-link = 別のアプリでも同じ人として使う
command-link-names = 連携, リンク, つなぐ
command-unlink = /link でつないだものを分ける
command-unlink-names = 連携解除, 分ける
discord-code = コード
discord-code-help = 別のアプリで受け取ったコード。空なら新しいものを出します
button-join = 🔗 つなぐ
account-private = ここではほかの人も読めます。わたしとの個別チャットで { $command } を送ってください。
link-code = 🔗 別のアプリで、{ $time }以内にこれを送ってください：
    { $command }
    絵も設定も上限も、あちらとこちらで一つになります。ほかの人には教えないでください。送った人はあなたの絵を見られます。
link-with = いま一緒になっているところ：{ $who }。
link-ask = { $who } もあなたですか？そうなら二つをつなぎます。絵も設定も上限も一つになり、どちらからもすべて見えて、消せるようになります。ほかの人から届いたコードなら、そのままにしてください。
link-done = 🔗 これからは { $who } と同じ人として扱います。/history ですべて見られます。{ $command } でまた分けられます。
link-told = 🔗 ここで渡したコードで、{ $who } があなたと同じ人になりました。あなたでないなら、すぐに { $command } を送ってください。
unlink-done = ここではまた別々になりました。ここで頼んだものはここに、ほかで頼んだものはそちらに残ります。設定はどちらでもそのままです。
unlink-none = ここにつながっているものはありません。{ $command } でつなげます。
error-bad-code = コードが違うか、古くなっています。別のアプリで /link を送ると新しいものが出ます。
error-own-code = そちらではもう同じ人です。コードは別のアプリで使うものです。
error-too-many-guesses = 違うコードが続きました。{ $wait }後にもう一度お試しください。
error-too-many-joined = つなげるのは { $limit } までです。要らなくなったところで /unlink を送ってください。
## Settings

settings-title = { $whose ->
    [chat] このチャットの設定：
   *[mine] あなたの設定：
}
settings-line = { $name }：{ $value }
settings-none = 何も設定されていません。モデルがいちばん得意な描き方で描きます。
settings-chats = このチャットから：{ $settings }
settings-how = 設定は、ほかに書かないかぎりいつも使われます：{ $example }。元に戻すには { $reset } と送ってください。
settings-how-chat = ここにいるみんなの設定は、管理者が { $command } で決めます。
settings-choose = { $whose ->
    [chat] このチャットの絵を何で描きますか？
   *[mine] あなたの絵を何で描きますか？
}
settings-type = ほかの値はこう書きます：{ $command }
settings-pictures = 🎨 絵
settings-language = 🌐 言語
settings-reset = ↩️ すべて戻す
settings-to-chat = 👥 このチャット
settings-to-mine = 👤 自分の設定
settings-unset = 設定しない
settings-back = 戻る
settings-on = オン
settings-off = オフ
settings-chat-names = チャット, グループ
settings-reset-names = リセット, 戻す
setting-files = { $way ->
    [on] 📎 ファイルで送る：オン
   *[off] 📎 ファイルで送る：オフ
}
setting-previews = { $way ->
    [off] 👁 プレビュー：オフ
   *[on] 👁 プレビュー：オン
}
setting-rerolls = { $way ->
    [mine] 🎲 描きなおす：本人だけ
   *[all] 🎲 描きなおす：みんな
}
setting-safety = { $way ->
    [spoiler] 🛡 不適切な絵：隠す
    [block] 🛡 不適切な絵：出さない
   *[usual] 🛡 不適切な絵：通常
}
command-export = 絵と言葉と設定をすべてファイルで受け取る
command-export-names = 書き出し, エクスポート
export-done = 📦 絵 { $count } 枚を、言葉と設定値と一緒に、ファイル { $files } 個にまとめました。
export-left = もうないか、このアプリには大きすぎて入らなかったもの：{ $count } 枚。
export-rest = 一度にまとめられるのはここまでです。残りは { $command } で受け取れます。
export-links = リンクは { $time } 有効で、知っている人は誰でも開けます。人には教えないでください。
export-over = このリンクは期限が切れたか、存在しません。わたしとのチャットで { $command } を使うと、新しいリンクを受け取れます。
error-not-now = いま用意しています。もうすぐ届きます。
command-forget = あなたと作ったものすべてを忘れてもらう
command-forget-names = 忘れて, 全部消す
button-forget = 🗑 すべて忘れる
forget-ask = あなたのことを忘れましょうか？作った絵と送った絵、言葉とその翻訳、設定、履歴がすべて、二度と戻らない形でなくなります。描いている途中のものは止め、絵の入ったわたしのメッセージは、アプリが許すところでは取り下げます。だれにも元に戻せません。
    残るもの：ほかの人があなたの絵から作った絵、名前の代わりに番号で書かれた管理者の記録、運営者が保管しているかもしれないバックアップ。
forget-export = その前に { $command } で、すべての絵をファイルで受け取れます。
forget-also = こちらも同じように忘れます：{ $who }。
forget-done = 🗑 忘れました。絵の入ったメッセージは一つずつ消えていきます。また話しかけてくだされば、はじめましてからです。

## Help

help-text = どの言語でも、書いてくれたものを描きます。こう送ってください：
    /imagine { $example }
help-examples = こんな絵が得意です：
help-example = • { $prompt }
help-commands = わかるコマンド：
help-command = { $command } – { $help }
help-more = 知りたいテーマを選ぶか、言葉で調べてください：/help { $word }
help-unknown = 「{ $word }」の説明はまだありません。もしかして、この中にありますか？
help-flag = { $range ->
    [none] { $flag } – { $help }
   *[other] { $flag } – { $help }（{ $range }）
}
help-group = • { $group }：{ $names }
help-not-yet = これは、わたしにはまだできません。
help-back = ⬅️ 戻る

## Parameters

parameter-ratio = 縦横比
parameter-ratio-help = 横と縦の比。16:9 は横長、9:16 は縦長、1:1 は正方形です。
parameter-ratio-flags = 縦横比, 比率
parameter-size = サイズ
parameter-size-help = 絵の幅 x 高さ（ピクセル）。縦横比よりも優先されます。
parameter-size-flags = サイズ, 解像度
parameter-steps = ステップ
parameter-steps-help = ノイズを何回に分けて取り除くか。多いほど時間がかかり、細かくなります。ふつうは20〜30で十分です。
parameter-steps-flags = ステップ, ステップ数
parameter-cfg = ガイダンス
parameter-cfg-help = プロンプトにどれだけ忠実に描くか。低いと自由に、高いと文字どおりで硬くなります。
parameter-cfg-flags = ガイダンス
parameter-sampler = サンプラー
parameter-sampler-help = ノイズを取り除く方法。やわらかく絵画的：Euler、DDIM。変化に富む：「a」や「SDE」がつくもの。くっきり写実的：DPM++ 2M、UniPC、Heun。
parameter-sampler-flags = サンプラー
parameter-seed = シード
parameter-seed-help = ノイズの出発点になる番号。シードと言葉が同じなら、同じ絵になります。
parameter-seed-flags = シード
parameter-vary = 変化
parameter-vary-help = シードのノイズをどれだけ別のノイズに置き換えるか。0 は同じ絵、0.2 はよく似た絵、1 は別の絵です。絵への返信では、その絵が変わります。
parameter-vary-flags = 変化
parameter-upscale = 拡大
parameter-upscale-help = 絵への返信で、または絵と一緒に。縦横が何倍になるか。
parameter-upscale-flags = 拡大
parameter-upscaler = 拡大の方法
parameter-upscaler-help = 何で拡大するか。modelは少し描き直し、plainはくっきりさせ、ほかは/modelsにあります。
parameter-upscaler-flags = 拡大方法
parameter-noise_level = ノイズの量
parameter-noise_level-help = Stable Diffusion の ×4 アップスケーラーで、先に画像に加えるノイズの量。0 はそのまま保ち、20 が標準、100 では多くを描き足します。
parameter-noise_level-flags = ノイズ
parameter-variations = 変化の列
parameter-variations-help = 混ぜるノイズそのもの。絵の情報にあるとおり、シードと割合を順に並べます。
parameter-variations-flags = 変化列
parameter-count = 枚数
parameter-count-help = 何枚描くか。1枚ごとにシードが変わります。
parameter-count-flags = 枚数
parameter-negative = 除外
parameter-negative-help = 絵に出てほしくないもの。
parameter-negative-flags = 除外, ネガティブ
parameter-strength = 強さ
parameter-strength-help = 絵から始めるとき、元の絵からどれだけ離れるか。0.3 は軽い手直し、0.9 では元の絵はほとんど残りません。
parameter-strength-flags = 強さ
parameter-image_cfg = 元の絵への忠実さ
parameter-image_cfg-help = 言われたとおりに絵を直すモデルで、元の絵にどれだけ従うか。1 は自由に、2 はほとんど変えません。
parameter-image_cfg-flags = 忠実さ
parameter-depth = 奥行きを保つ
parameter-depth-help = 絵への返信や絵といっしょに、奥行きモデルで使います。近いものは近く、遠いものは遠いまま、ほかは言葉に従います。--show-map で何が保たれるかを見られます。
parameter-depth-flags = 奥行き
parameter-clip_skip = CLIPスキップ
parameter-clip_skip-help = テキストエンコーダーのどの層を使うか。最後の層から数えます。イラスト向けのモデルの多くは 2 です。
parameter-clip_skip-flags = クリップスキップ
parameter-vae = VAE
parameter-vae-help = 描いたものを、/models にある別のデコーダーで画素にします。色合いと細部が変わります。
parameter-vae-flags = デコーダー
parameter-extend = 拡張
parameter-extend-help = 絵への返信で、ふちの外へ何ピクセル描き足すか。元の絵はそのまま残ります。
parameter-extend-flags = 拡張
parameter-zoom = ズームアウト
parameter-zoom-help = 絵への返信で、まわりの場面を縦横何倍に広げるか。
parameter-zoom-flags = ズームアウト
parameter-tile = シームレス
parameter-tile-help = タイルや布、壁紙のように、つなぎ目なく繰り返せる絵。x なら左右だけ、y なら上下だけ。
parameter-tile-flags = シームレス, タイル
parameter-region = 範囲
parameter-region-help = 絵に返信するとき、または絵と送るとき、描きなおす範囲です。left 左、right 右、top 上、bottom 下、center 中央、background 背景。ほかはそのまま残ります。
parameter-region-flags = マスク
parameter-invert = 反対の範囲
parameter-invert-help = マスクの印の所を残し、ほかをすべて描きなおします。
parameter-invert-flags = 反転
parameter-only = だけ
parameter-only-help = 画像への返信で、または画像と一緒に：その中の何を描き直すかを言葉で。描く前に、その部分をお見せします。
parameter-only-flags = だけ
parameter-control = コントロール
parameter-control-help = 絵への返信、または絵と一緒に：その絵から何を残すか。残りは新しく描きます。canny・lineart・softedge・scribble は線、depth は奥行き、pose は体のポーズを残します。いくつもあるときはカンマで区切ります。
parameter-control-flags = コントロール
parameter-control_weight = コントロールの強さ
parameter-control_weight-help = 渡した絵にどれだけ忠実に従うか：0 はまったく従わず、1 はネットワークが学んだとおりです。
parameter-control_weight-flags = コントロール強度
parameter-control_start = コントロールの開始
parameter-control_start-help = 渡した絵に従い始めるところ：0 は最初のステップから、0.5 は半ばから。
parameter-control_start-flags = コントロール開始
parameter-control_end = コントロールの終わり
parameter-control_end-help = 渡した絵に従うのをやめるところ：1 は最後のステップまで、0.5 は半ばまで。
parameter-control_end-flags = コントロール終了
parameter-control_raw = できあがったマップ
parameter-control_raw-help = 渡した絵は、黒地に白い線など、もうネットワークが受け取る形です。何もなぞりません。
parameter-control_raw-flags = マップ済み
parameter-show_map = マップを見せる
parameter-show_map-help = 渡した絵から取り出すものを、それで描く代わりに見せます。
parameter-show_map-flags = マップ表示
parameter-like = この絵のように
parameter-like-help = 絵への返信、または絵と一緒に：言葉の内容を、その絵の画風やものに似せて描きます。IP-Adapter が必要です。
parameter-like-flags = 似せる
parameter-like_weight = 似せる強さ
parameter-like_weight-help = 渡した絵が言葉と並んでどれだけ効くか：0 はまったく効かず、1 では言葉がほとんど残りません。
parameter-like_weight-flags = 似せる強さ
parameter-like_by = IP-Adapter
parameter-like_by-help = 渡した絵を見る IP-Adapter。/models に一覧があります。
parameter-like_by-flags = 似せる方法
parameter-frames = コマ数
parameter-frames-help = 最初の絵から最後の絵まで何枚でつなぐか。| で区切った説明から次の説明へ、または別のシードや絵へ進みます。アニメーションでお届けします。
parameter-frames-flags = コマ数
parameter-loop = 往復
parameter-loop-help = アニメーションが最初まで戻ってから、また始まります。
parameter-loop-flags = 往復
parameter-place = 位置
parameter-place-help = 1コマだけを描きます。説明の間に | を入れてください。0は最初、1は最後、0.5はちょうど中間です。
parameter-place-flags = 位置
parameter-model = モデル
parameter-model-help = どのモデルで描くか。一覧は /models で見られます。
parameter-model-flags = モデル
parameter-style = スタイル
parameter-style-help = 何を描くかにかかわらず、絵の雰囲気を決めます。一覧は /style。カンマでつなぐと重ねられ、none なら使いません。
parameter-style-flags = スタイル, 画風
parameter-format = ファイル形式
parameter-format-help = 絵のファイルの種類です。PNG はすべてのピクセルを保ち、JPEG、WebP、AVIF はずっと小さくなります。
parameter-format-flags = 形式, ファイル形式
parameter-raw = そのまま
parameter-raw-help = プロンプトを翻訳せず、書かれたままモデルに渡します。
parameter-raw-flags = そのまま, 原文

## The guide: its chapters

guide-prompts-title = ✍️ プロンプト
guide-prompts = どう書くか、わたしがそれをどう読むか。
guide-settings-title = 🎛 設定
guide-settings = 言葉はそのままに、絵を変えるつまみ。
guide-pictures-title = 🖼 絵から始める
guide-pictures = すでにある絵から作れるもの。
guide-models-title = 🧠 モデル
guide-models = 描き手たちと、教えられること。
guide-inside-title = ⚙️ しくみ
guide-inside = 言葉と絵のあいだで起きていること。
guide-flags-title = 📋 すべてのオプション
guide-flags = 言葉のあとなら、どこに書いてもかまいません：

## The guide

guide-prompt-title = プロンプト
guide-prompt-names = プロンプト, 呪文, 指示, 説明文, 言葉
guide-prompt = プロンプトは、わたしに伝える言葉、つまり絵になる言葉です。まず何を描くか、それから見た目、場所、光や画風を書きます：「雪の中の赤いキツネ、夕方の光、水彩画」。一度にひとつだけ変えると、どの言葉が何をするのか見えてきます。
guide-negative-title = ネガティブプロンプト
guide-negative-names = ネガティブ, ネガティブプロンプト, 除外, 否定
guide-negative = ネガティブプロンプトは、絵に出てほしくないものです。--no のあとに書きます：「肖像画 --no めがね, 文字」。「めがねを描かないで」ではなく「めがね」と、そのものの名前を書いてください。
guide-weights-title = 重み
guide-weights-names = 重み, 強調, かっこ, 括弧
guide-weights = 重みをつけると、その言葉がまわりより強く、または弱くなります。(赤い:1.4) は赤を強く、(赤い:0.7) は弱くします。0.5 から 1.5 のあいだがよく、それを超えると絵が荒れます。「(深い雪:1.3) の中のキツネ」を試してみてください。
guide-changing-title = 変わる言葉
guide-changing-names = 選択, ランダム, 波かっこ, 角かっこ, 交互, スケジュール
guide-changing = 波かっこの中からは、こちらで選びます。{"{"}赤い|青い{"}"} 車は赤い車か青い車になり、毎回、アルバムの一枚ごとに選び直します。同じシードなら同じものを選びます。角かっこでは、描いている間に言葉が変わります。[キツネ:猫:0.5] はキツネで始まり猫で終わります。[猫:0.3] は三分の一を過ぎてから猫を加え、[猫::0.3] はそこで猫をやめます。[キツネ|猫] は一歩ごとに入れ替わります。1以上の数はステップ数です。

guide-steps-title = ステップ
guide-steps-names = ステップ, ステップ数, 反復, 回数
guide-steps = 絵はまったくのノイズから始まり、ステップごとに少しずつきれいになります。少ないと描きかけのようで、多いと時間がかかり、やがてほとんど変わらなくなります。下描きには 10、仕上げには 30 を試してみてください。
guide-seed-title = シード
guide-seed-names = シード, 乱数, シード値, 同じ絵
guide-seed = どの絵もランダムなノイズから育ち、シードはそのノイズの番号です。言葉と設定とシードが同じなら、同じ絵がもう一度出ます。シードを変えずに言葉をひとつ変えると、そこだけが変わります。新しい発想がほしいときは 🎲 を押してください。
guide-guidance-title = ガイダンス（CFG）
guide-guidance-names = ガイダンス, cfg, cfgスケール
guide-guidance = ガイダンス（CFG）は、どれだけ言葉に忠実に描くかです。低いと意外なものが生まれ、高いと一語一語に従いますが、色がきつくなります。同じシードで 2、5、10 のように、低い値と中くらいと高い値を比べてみてください。
guide-sampler-title = サンプラー
guide-sampler-names = サンプラー, サンプリング方法, スケジューラー
guide-sampler = サンプラーは、ノイズを取り除く方法です。三つのグループがあり、絵は名前よりもグループで大きく変わります。シードを変えずに、それぞれからひとつずつ試してみてください。
guide-resolution-title = サイズと縦横比
guide-resolution-names = 解像度, サイズ, 大きさ, 縦横比, アスペクト比, 比率, 幅, 高さ, ピクセル
guide-resolution = 解像度は絵の点（ピクセル）の数、縦横比は絵の形です。モデルは学んだときに近い大きさでいちばんうまく描き、大きすぎると同じものが二つ出たりします。形だけ選んで、大きさはモデルにまかせてください。
guide-strength-title = 強さ
guide-strength-names = 強さ, 強度, 画像から画像, img2img
guide-strength = 絵から始めるとき、どれだけその絵から離れていいかを決めるのが強さです。0.3 くらいは手直し、0.6 は同じ構図で描きなおし、0.9 は色くらいしか残りません。絵に返信して、/imagine と言葉と --strength 0.5 を書いてみてください。

guide-variation-title = バリエーション
guide-variation-names = バリエーション, 変化, 別バージョン, 描きなおし
guide-variation = バリエーションは、同じ発想を少しだけ変えてもう一度描いたものです。絵の下の ✨ はよく似た絵、🌀 は少し離れた絵、🎲 は同じ言葉で新しい絵を描きます。文字で頼むなら、絵に返信して --vary 0.3 と書いてください。0 なら同じまま、1 なら別の絵になります。--n 4 なら一度に四枚です。
guide-seamless-title = シームレス
guide-seamless-names = シームレス, タイル, 模様, パターン, 壁紙
guide-seamless = シームレスな絵は、端の先がその絵自身につながります。並べるとタイルや布、壁紙のような大きな一枚の模様になります。言葉のあとに --tile と書き、画面いっぱいに広がるものを挙げてください。例：「青い花と葉 --tile」。--tile x なら、縁飾りやパノラマのように左右だけつながります。
guide-sweep-title = いくつもの値を試す
guide-sweep-names = 比較, 比べる, グリッド, コンタクトシート, 複数の値, 組み合わせ
guide-sweep = コンマで区切った波かっこは、それぞれの言葉を試します。{"{"}赤い,青い,緑の{"}"} ボール は三枚になります。たいていの数とサンプラーにも、いくつもの値を書けます。--steps 10,20,30、範囲なら --cfg 2..8、そのうち四つなら --cfg 2..8/4、--sampler euler,ddim。一緒に書くとすべての組み合わせを、同じシードで16枚まで、一枚のシートに並べます。下の番号を押すと、その絵だけが開きます。何枚になるかは、描き始める前に言います。小数を並べるときはセミコロンで区切ってください。--cfg 5;7。
guide-interpolation-title = 補間
guide-interpolation-names = 補間, モーフィング, 中間, 混ぜる
guide-interpolation = 補間は、ある絵から別の絵へ少しずつ歩いていくことです。キツネがゆっくりフクロウになるように。似た絵どうしが潜在空間で近くにあるからできることです。/morph 赤いキツネ | 白いフクロウ と書いてみてください。コマがアニメーションになって届き、その何枚かが下に一枚にまとまります。番号を押すと、そのコマだけが開きます。説明を三つ以上にすると、もっと長く歩きます。絵に /morph 夜にして と返信するとその絵から始まり、絵を二枚 /morph と送ると一枚目が二枚目に変わります。--seed 7,8 はシードから別のシードへ進みます。--frames 24 でなめらかになり、--loop で最初に戻ります。
guide-inpainting-title = インペイント
guide-inpainting-names = インペイント, インペインティング, マスク, 修正, 消す
guide-inpainting = インペイントは、絵の一部だけを描きなおすことです。範囲（マスク）に印をつけて、そこに何があるべきかを言うと、ほかはそのまま残ります。物を消す、顔を直す、足りないものを足すときに使います。光と影もなじむように、少し広めに印をつけてください。 名前で指定することもできます。画像への返信で --only "帽子" と書くと、まずその部分を表示し、「これで描く」を押すと描き直します。
guide-editing-title = 言葉で直す
guide-editing-names = 編集, 指示, 言葉で直す, pix2pix
guide-editing = 絵に言われたとおりのことをするように学んだモデルがあります。「夜にして」「車を青くして」「帽子を足して」のように頼めます。絵に返信するか、ご自分の写真を送り、--model とそのモデルの名前を添えて、変えたいことを人に頼むように書いてください。書かなかったところはそのまま残ります。変わり方が足りなければ --image-cfg を 1.2 に下げるか --cfg を上げ、変わりすぎるときは逆にします。ほかのモデルは、言葉に合わせて絵を描きなおします。
guide-depth-title = 奥行き
guide-depth-names = 奥行き, 深度, 構図, depth
guide-depth = 奥行きモデルは、絵のそれぞれの部分がどれだけ近いか遠いかを見て、同じ配置のまま別の場面を描きます。部屋は部屋のまま、ポーズもそのままで、小屋のあった場所が城になります。絵に返信するか写真を送り、--depth を添えて、新しい場面全体を説明してください。--show-map ではモデルが見たものが表示され、白が近く、黒が遠くです。--strength 0.6 は前の色を多めに残し、1 は奥行きだけを残します。
guide-outpainting-title = アウトペイント
guide-outpainting-names = アウトペイント, アウトペインティング, 拡張, 広げる
guide-outpainting = アウトペイントは、絵をふちの外へ描き続けることです。もっと広い空、テーブルの続き、場面へと広がる肖像画。絵の下の矢印はその方向へ描き足し、🔭 は引いた場面に、⬜ は正方形にします。もう一度押せばさらに広がります。文字で頼むなら、絵やご自分の写真に返信して --extend left=128,top=64 や --zoom 1.5 と書いてください。元の絵はそのまま残ります。言葉を添えるなら、新しい部分だけでなく場面全体を説明すると、両方がうまくつながります。
guide-upscaling-title = アップスケール
guide-upscaling-names = アップスケール, 拡大, 高画質, 印刷
guide-upscaling = アップスケールは、できあがった絵を大きくして、点を引きのばすだけでなく細部を描き足します。時間がかかるので、まず選んで、最後に大きくしましょう。きれいな印刷には、1センチあたり約120の点が必要です。絵の下の 🔍 で縦横が 2 倍か 4 倍になり、/upscale ならどの絵でも同じことができます。
guide-controlnet-title = ControlNet
guide-controlnet-names = コントロールネット, controlnet, ポーズ, スケッチ, 線画, 深度
guide-controlnet = ControlNet では、もう一枚の絵が手本になります。その線や奥行きや人のポーズが構図を決め、言葉が内容を決めます。絵に返信するか絵を添えて、言葉と --control canny を送ってください。輪郭はそのまま、ほかは新しくなります。明るい地に暗い線のスケッチは、そのまま手本になります。--control-weight 0.5 はもっと自由に従い、--control canny,depth は二つを同時に使い（絵が二枚なら一つずつ）、--show-map は取り出したものを見せます。はっきりした単純な手本がいちばんです。ここにあるものは /models でわかります。
guide-like-title = 絵に似せる
guide-like-names = 似せる, ip-adapter, ip adapter, 画風, スタイル, 参考
guide-like = 絵もプロンプトになります。何を描くかは言葉が、どう描くかは別の絵が決めます。絵に言葉と --like で返信するか、写真を添えてください。その画風や色やものが表れます。別の絵への返信として絵を送り、言葉と --like を付けると、返信先の絵があなたの絵に似せて描かれます。--like-weight 0.3 は少しだけ、1 では言葉がほとんど残らず、0 は普通の絵です。--seed 7 --like-weight 0,0.4,0.8 で並べて見られます。モデルには IP-Adapter が必要です。ここにあるものは /models で分かり、--like-by で選べます。

guide-model-title = モデル
guide-model-names = モデル, 描き手
guide-model = モデルは描き手です。とてもたくさんの絵から、言葉がどんな姿をしているかを学んだファイルです。写真が得意なもの、絵が得意なものがあります。何があるかは /models で見られます。
guide-checkpoint-title = チェックポイント
guide-checkpoint-names = チェックポイント, モデルファイル, ckpt
guide-checkpoint = チェックポイントは、学習のある時点で保存されたモデルです。描き手がまるごと、数ギガバイトのファイルひとつに入っています。画風を教えて共有する人たちもいます。わたしを動かしている人がモデルのフォルダーに入れると、/models に現れます。
guide-safetensors-title = Safetensors
guide-safetensors-names = セーフテンサー, safetensors, ファイル形式
guide-safetensors = Safetensors は、数字だけを入れられるモデルのファイル形式です。古いファイル（.ckpt）には、開くと動き出すプログラムが隠れていることがあるので、わたしは開きません。モデルをダウンロードするときは、.safetensors で終わるファイルを選んでください。
guide-lora-title = LoRA
guide-lora-names = lora, ローラ
guide-lora = LoRA は、モデルにもうひとつだけ教える小さな追加ファイルです。画風、キャラクター、商品など。チェックポイントの百分の一の大きさで、その上で働きます。プロンプトには <lora:名前:0.8> と書き、数字は効き目の強さです。
guide-embedding-title = 埋め込み
guide-embedding-names = 埋め込み, エンベディング, textual inversion
guide-embedding = 埋め込み（embedding）は、モデルがもうほとんど描けるものに新しい言葉をつける、とても小さなファイルです。その言葉をプロンプトに書いて使います。ある雰囲気を表すものや、--no のあとに書いてよくある失敗をまとめて防ぐものが有名です。
guide-hypernetwork-title = ハイパーネットワーク
guide-hypernetwork-names = ハイパーネットワーク, hypernetwork
guide-hypernetwork = ハイパーネットワークは、モデルの言葉の読み方を少し曲げる二つ目の小さなネットワークで、たいていは画風のためのものです。LoRA が出るまではよく使われましたが、LoRA のほうが小さく、結果もよいです。選べるなら LoRA を選んでください。説明文では <hypernet:名前:0.7> と書きます。数字は効き目の強さです。
guide-dreambooth-title = DreamBooth
guide-dreambooth-names = ドリームブース, dreambooth, 学習, 訓練
guide-dreambooth = DreamBooth は、数枚の写真から特定の人やペットや物をモデルに教え、呼び名をつけます。できるのは新しいチェックポイントか LoRA です。似た百枚よりもいろいろな十枚のほうが役に立ちます。人の顔を教える前には、必ず本人の許可を得てください。

guide-diffusion-title = 拡散
guide-diffusion-names = 拡散, ディフュージョン, stable diffusion, 仕組み
guide-diffusion = 拡散（diffusion）は、わたしの描き方です。まったくのノイズから始めて、言葉に合わないものを一歩ずつ取り除きます。学ぶときは逆に、少しずつノイズに沈んでいく絵から学びました。だから絵は筆の跡からではなく、霧の中から現れます。
guide-noise-title = ノイズ
guide-noise-names = ノイズ, 雑音
guide-noise = ノイズは、古いテレビの砂あらしのような、でたらめな点々です。どの絵もここから始まり、どのノイズになるかはシードが決めます。描かれていく様子を見ていると、ノイズが絵に変わるのがわかります。
guide-latent-title = 潜在空間
guide-latent-names = 潜在空間, 潜在, ラテント
guide-latent = わたしは点を直接描くのではなく、潜在空間と呼ばれるところで、小さく縮めた絵を描き、最後に広げます。そこでは似たものどうしが近くにあります。絵の辺が 8 の倍数なのも、このためです。
guide-render-title = レンダリング
guide-render-names = レンダリング, レンダー, 生成, 速さ, 時間
guide-render = レンダリングは、説明から絵を計算すること、「描き始めました」から完成までにわたしがしていることです。ステップや点や枚数が多いほど時間がかかります。まず少ないステップで試して、いちばんよいものを多いステップで描きなおしましょう。
guide-watermark-title = 透かし
guide-watermark-names = 透かし, ウォーターマーク, メタデータ, 署名
guide-watermark = 透かしは、絵がどこから来たかを伝えます。署名のように見えるものも、点やファイルの中に隠れたものもあります。わたしが送る元のファイルには言葉と設定が入っていますが、メッセージアプリは写真からそれを消します。どう作った絵かを残したいときは 📄 を押してください。256×256 以上の絵には、機械が作ったことを示す見えない印も入ります。/info で見つかります。

## When something is in the way

error-unknown = ごめんなさい、こちらで問題が起きました。管理者に伝えるときは、番号 { $incident } を知らせてください。
error-engine = ごめんなさい、うまく描けませんでした。もう一度試してください。管理者に伝えるときは、番号 { $incident } を知らせてください。
error-out-of-memory = この絵にはメモリーが足りません。もっと小さい --size を試してください。番号 { $incident }
error-broken-numbers = 今回はモデルが迷ってしまいました。別のシードか、もっと低い --cfg を試してください。番号 { $incident }
error-device-lost = 描き手が少し席を外しました。もう一度試してください。管理者に伝えるときは、番号 { $incident } を知らせてください。
error-empty-prompt = 何を描くか教えてください。言葉が見つかりませんでした。
error-prompt-too-long = { $length }文字あります。読めるのは{ $limit }文字までです。
error-too-many-texts = 描いている間に、プロンプトが{ $limit }通りを超えて変わってしまいます。[a|b] や [a:b:0.5] のような切り替えを減らしてください。
error-too-many-pictures = それでは{ $count }枚になってしまいます。一度に描けるのは{ $limit }枚までです。値を減らしてください。
error-nothing-between = モーフには、間をつなぐものが二つ必要です。| で区切った二つの説明、絵への返信の言葉、または二枚の絵です。例：/morph 赤いキツネ | 白いフクロウ
error-unknown-flag = { $nearest ->
    [none] { $flag } は知りません。知っているものは /help にあります。
   *[other] { $flag } は知りません。{ $nearest } のことですか？
}
error-no-setting = 「{ $flag }」はすべての絵には設定できません。設定できるものは /settings にあります。
range = { $unit ->
    [pixels] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) } ピクセル
   *[other] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }
}
error-out-of-range = { $value ->
    [none] { $flag } には値が必要です：{ $range }
   *[other] { $flag } に { $value } は使えません。{ $range } を試してください。
}
error-unknown-choice = { $nearest ->
    [none] { $flag } に「{ $value }」はありません。選べるもの：{ $choices }
   *[other] { $flag } に「{ $value }」はありません。{ $nearest } のことですか？選べるもの：{ $choices }
}
error-no-choices = { $flag } に「{ $value }」はありません。それに使えるものは、ここにはまだ何も追加されていません。
error-misplaced-lora = { $tag } は { $flag } の後ではなく、説明文の中に書いてください。絵全体に効くものです。
error-no-image = 元になる絵が必要です。いっしょに送るか、絵に返信してください。
error-surplus-image = ここで使える枚数より絵が多すぎます。減らして送ってください。
error-no-estimator = ここには絵の { $kind } を見分けるものがありません。できあがったマップを { $flag } と一緒に送るか、わたしが自分でなぞれる --control canny を試してください。
error-bad-image = そのファイルは絵として読めません。PNG、JPEG、WebP が確実です。
error-too-large = { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } ピクセルになってしまいます。{ $limit } メガピクセルまでなので、倍率か絵を小さくしてください。
error-bad-mask = { $fault ->
    [empty] このマスクには印がありません。変えたい所を白く塗り、ほかは黒のままにしてください。
    [full] 絵の全体に印がついています。残したい所を外すか、マスクなしで言葉を送ると全体を変えられます。
    [shape] このマスクは絵と形が違います。大きさは違ってもかまいませんが、縦横の比は同じにしてください。
    [moving] 動く画像はマスクにできません。静止画を送ってください。
    [pages] 複数ページのファイルはマスクにできません。1枚の画像を送ってください。
    [double] 描き直す部分は一つの方法で指定してください。--only か、マスクや範囲のどちらかです。
    [part] 画像の一部分にそれはできません。まずその部分を描き直し、できた絵への返信で頼んでください。
   *[unmarked] この写しには印が見つかりません。変えたい所をはっきりした色でなぞって、もう一度送ってください。
}
error-not-in-picture = この画像に「{ $words }」が見つかりません。
error-image-not-fetched = その画像を受け取れませんでした。もう一度送ってください。
error-address-not-fetched = そのアドレスからは画像が届きませんでした。アドレスは合っていますか。画像をそのまま送ることもできます。
error-no-words = いまは言葉が見つかりませんでした。少ししてから、もう一度お試しください。
error-address-refused = { $why ->
    [off] ここではアドレスから画像を取ってきません。画像をそのまま送ってください。
   *[other] 画像を取ってくるのは、公開されたインターネットから https か http だけです。画像をそのまま送ってください。
}
error-not-a-picture = 写真、ファイルとして送られた画像、動かないステッカーからなら描けます。動画、GIF、動くステッカー、音声からは描けません。スクリーンショットを送ってください。
error-unseen = 返信先のメッセージが見えません。Discord がわたしに見せるのは、わたし宛ての言葉だけです。その絵を使うなら、そのメッセージのメニューで「アプリ」を選んでください。そうでなければ、返信ではなく普通に書いてください。
error-image-too-large = { $unit ->
    [megabytes] その絵は大きすぎます。{ $limit } MB までです。
    [megapixels] その絵は大きすぎます。{ $limit } メガピクセルまでです。
   *[other] その絵は大きすぎます。{ $limit } までです。
}
error-canvas-too-large = その絵は { $width } × { $height } ピクセルになりますが、一辺は { $limit } までです。
error-no-adapter = { $lacks ->
    [encoder] IP-Adapter { $model } はまだ画像を見られません。画像エンコーダーがないためです。フォルダー image_encoder を隣に置いてください。
   *[adapter] ここには { $model } 用の IP-Adapter がありません。これがないと、別の画像に似せて描けません。
}
error-bad-model = { $fault ->
    [damaged] モデル { $model } は使えません：ファイルが壊れているか、欠けています。
    [pickle] モデル { $model } は使えません：この形式にはプログラムが隠れていることがあるので、.safetensors だけを読みます。変換できます：方法は docs/models.md にあります。
    [strange] モデル { $model } は使えません：使い方のわからない種類です。
    [unlike] { $model } はここでは使えません：別の種類のモデル用に作られています。
    [unfinished] モデル { $model } はまだ使えません：ダウンロードが終わっていません。
    [elsewhere] { $model } は絵を描くモデルではありません：別のフォルダーに入れるものです。
    [part] { $model } だけでは描けません：モデルの一部にすぎません。
   *[other] モデル { $model } は使えません。
}
error-unfit-model = { $model ->
    [none] それができるモデルはここにはありません。
   *[other] モデル { $model } ではそれができません。別のモデルを選ぶか、--model を外してください。
}
error-noiseless = { $upscaler } は画像にノイズを加えません。{ $flag } を外すか、別の拡大方法を選んでください。
error-picture-needed = モデル { $model } は元になる絵がないと何も描けません。絵をいっしょに送るか、絵に返信してください。
error-not-allowed = 招待された人のためのボットです。使いたいときは、管理者にこの id を伝えてください：{ $id }
error-not-yours = それはほかの人のものです。
error-not-found = それはもうここにありません。
error-withheld = 🔒 絵はできましたが、ここにいるみんなには向かないため見せません。別の言葉で試してみてください。
error-unlooked = 🔒 絵はできましたが、みんなに向くかどうかを確かめられなかったため見せません。あとでもう一度試してください。
error-too-many-jobs = もう{ $limit }枚が順番を待っています。ひとつ終わったら、また送ってください。
error-closing = いま再起動しているところです。少ししてからもう一度試してください。
error-not-for-all = 🔒 誰が見てもよい画像とは確認できないため、リンクでは見せられません。
error-no-store = いまは何も保存できません。保存場所が使えなくなっています。管理者に知らせて、あとでもう一度試してください。

## In a terminal

terminal-starting = 起動しています…
terminal-ready = Lukis の準備ができました。
terminal-page = ページ：{ $address }
terminal-on = { $platform }：オン
terminal-off = { $platform }：オフ。オンにするには .env に { $setting } と書いてください（{ $file } を参照）。
terminal-open = アクセス：ボットを見つけた人はだれでも描けます。変えるには .env に { $setting } と書いてください。
terminal-unmarked = Lukis の透かしは入っていません。
terminal-head = クラスターのヘッドは { $address } です。ほかの各マシンに鍵 { $key } を所有者だけが読めるようにコピーしてから、次を実行してください：{ $command }
terminal-worker = { $name } が { $address } に加わりました。描くデバイスの数：{ $devices }。
terminal-drain = { $name } は新しいものを受け取らず、手元のものを描き終えます。
terminal-drain-none = クラスターに { $name } というマシンはありません。あるもの：{ $names }。
terminal-drained = { $name } は手元のものをすべて描き終えました。
terminal-untold = 作り方は書かれていません。
terminal-no-film = { $file }：MP4 には ffmpeg が必要ですが、このマシンにはありません。.webp か .gif で終わる名前なら、なくても作れます。
terminal-listed = アクセス：ALLOWED に書かれた { $count } 件だけが描けます。変えるには .env に { $setting } と書いてください。
terminal-backup = { $file }：データベースと絵（{ $pictures } 枚）、{ NUMBER($size, maximumFractionDigits: 1) } MB
terminal-backup-words = { $file }：データベースのみ（絵は含みません）、{ NUMBER($size, maximumFractionDigits: 1) } MB
terminal-restored = すべてを { $date } の状態に戻しました。戻した絵は { $pictures } 枚です。
terminal-restored-before = 前のデータベースはここに残してあります：{ $file }
terminal-restore-occupied = すでにデータベースがあります：{ $file }。{ $flag } を付けると入れ替わり、元のものは新しいものの隣に残ります。
terminal-pruned = 消した絵は { $pictures } 枚、空いた容量は { NUMBER($size, maximumFractionDigits: 1) } MB です。
terminal-prune-dry = 消す対象の絵は { $pictures } 枚、{ NUMBER($size, maximumFractionDigits: 1) } MB です。まだ何も消していません。
terminal-status = Lukis { $version }、稼働時間 { $time }。接続先：{ $platforms }
terminal-status-work = 待機中：{ $waiting } · 制作中：{ $drawing } · 配送中：{ $delivering } · ディスクの空き：{ NUMBER($space, maximumFractionDigits: 1) } GB
terminal-status-device = { $device }：行 { $rows } · レーン { $lanes } · これまでのステップ { $forwards } · 読み込んだモデル { $loads }
terminal-status-device-away = { $device }：いまは何も受け付けません。理由はログにあります。
terminal-status-starting = デバイスはまだ起動中です。
terminal-status-queued = ⏳ { $position } 番目
terminal-status-queued-wait = ⏳ { $position } 番目：あと約 { $wait }
terminal-status-delivering = 📨 配送中
terminal-status-more = …ほか { $count } 件
terminal-status-none = { $folder } で動いている Lukis はありません。起動するには：{ $command }

rented-page = あなたのページ：{ $address }
rented-no-page = このノートブックからはページを開けません。Telegram か Discord であなたのボットに話しかけてください。
rented-needs-token = このノートブックからはページを開けないので、トークンが必要です。上のセルで Telegram か Discord を選んでください。
rented-token = { $platform } のあなたのボットのトークン。どこにも保存されません。なければ空のままで：
rented-running = Lukis は動いています。
rented-off = Lukis は動いていません。
rented-stopped = Lukis は終了しました。何も失われていません。
rented-broke = Lukis がひとりでに終了しました。理由は上の行にあります。そのあと、このセルをもう一度実行してください。
rented-kept = { $folder } に保存した画像：{ $count }。
rented-copied = そこにある最新のコピーは { $minutes } 分前のものです。

doctor-data = データフォルダー
doctor-data-free = { $folder }（未使用、空き { NUMBER($space, maximumFractionDigits: 1) } GB）
doctor-data-used = { $folder }（動作中の Lukis が使用中、空き { NUMBER($space, maximumFractionDigits: 1) } GB）
doctor-data-full = { $folder }：空きが { NUMBER($space, maximumFractionDigits: 1) } GB しかなく、{ $setting } を下回るため、新しい依頼を受け付けません。空きを増やすか、古い絵が消えるようにしてください（docs/keeping.md）。
doctor-database = データベース
doctor-database-none = まだありません。最初の起動で作られます
doctor-database-told = バージョン { $version }、{ NUMBER($size, maximumFractionDigits: 1) } MB、更新前の控え { $backups } 個
doctor-tokens = トークン
doctor-token-missing = { $platform } なし
doctor-token-works = { $platform }：{ $name } として応答あり
doctor-token-bad = { $platform } がトークンを受け付けません。{ $setting } にもう一度コピーしてください（{ $file }）。
doctor-token-silent = { $address } の { $platform } から応答がありません。このマシンのネットワークと、ファイアウォールやプロキシを確かめてください。
doctor-hook-fails = { $platform } が { $address } に届きません：{ $why }。手前のプロキシを確かめてください（{ $file }）。待ち：{ $waiting }。
doctor-chat-away = { $chat }：そこにいないか、見る権限がありません。追加するか、{ $setting } から外してください。
doctor-chat-lacks = { $chat }：権限が足りません：{ $rights }。チャットの設定で許可してください。
doctor-clock = 時計
doctor-clock-right = { $platform } と同じです
doctor-clock-wrong = { $platform } と { $time } ずれています。ネットワークで時刻を合わせてください。
doctor-clock-unknown = 比べる相手がありません
doctor-page = ページ
doctor-page-off = オフ
doctor-page-taken = ポート { $port } は別のプログラムが使っています。終了するか、{ $setting } を変えてください。
doctor-page-nowhere = このマシンは { $address } で待ち受けできません。{ $setting } を変えてください。127.0.0.1 ならいつでも使えます。
doctor-translators = 翻訳
doctor-translators-off = なし：書かれたまま使います
doctor-translator-works = { $name } 応答あり
doctor-translator-silent = { $name } 応答なし
doctor-translators-none = そのため、ほかの言語の言葉はそのままになります。ネットワークを確かめるか、ネットワークのいらない { $name } を { $setting } に書いてください。
doctor-access = アクセス
doctor-access-told = { $access }、許可 { $allowed } 件、管理者 { $admins } 人
doctor-quotas = 割り当て
doctor-quotas-none = ファイルなし：誰にも上限はありません
doctor-quotas-told = { $file }（クラス：{ $classes }、チャットの種類：{ $chats }）
doctor-torch-told = { $version }、{ $devices }
doctor-cpu = CPU
doctor-models = モデル
doctor-cluster = クラスター
doctor-cluster-machine = { $name }（{ $address }）、デバイス数：{ $devices }
doctor-cluster-other = ヘッドはこのマシンとは別のバージョンです（{ $differs }）。両方に同じものを入れてください。
doctor-cluster-open = { $ports } は鍵なしで誰にでも応答します。誰からも届かないように閉じてください（{ $file }）。
doctor-safety = 安全チェック
doctor-safety-off = オフ
doctor-safety-works = { $policy }、個別の決まりは{ $chats }。絵を見分けられます
doctor-model-coming = { $model } はまだありません：{ NUMBER($size, maximumFractionDigits: 2) } GB のうち { NUMBER($done, maximumFractionDigits: 2) } GB をダウンロード済みです。残りは { $command } が取得します

## The page

page-skip = プロンプトへ移動
page-sections = メニュー
page-chat = チャット
page-gallery = ギャラリー
page-language = 言語
page-theme = ライトまたはダーク
page-headline = 何を描きましょうか？
page-tagline = 描きたい絵を、好きな言語で説明してください。ここから始めることもできます：
page-first-fox = 雪の中のキツネ
page-first-rocket = 宇宙のロケット
page-first-elephant = 草の上の青い象
page-first-wizard = 森の中の魔法使い
page-first-house = 夜の家
page-first-penguin = 浜辺のペンギンとピザ
page-take = これをもう一度書く
page-retry = 直してやり直す
page-earlier = これまでの言葉
page-earlier-empty = 絵ができると、その言葉がここに並びます。
page-help = ヘルプ
page-help-examples = どれか試してみてください
page-help-options = オプション
page-help-option = 言葉のあとに { $value } のように書きます。ほとんどは設定にもあります。
page-help-keys = キー
page-keys-single = 一文字のキーを使う
page-key-write = 書く
page-key-commands = コマンド
page-key-settings = 設定
page-key-help = このヘルプ
page-key-turn = 大きな絵をめくる
page-key-delete = 大きな絵を削除
page-key-undo = 消したものを戻す
page-key-close = 閉じる、または言葉の対象を外す
page-key-before = 欄が空のとき、前に書いた言葉
page-advanced = 詳細
page-how = どう作られた絵？
page-restore = この言葉と設定を使う
page-restored = 言葉を入力欄に入れ、設定も合わせました。
page-you = あなた：
page-prompt = 描くもの
page-placeholder = どんな絵にしますか？どの言語でもどうぞ…
page-placeholder-change = どこを変えますか？
page-words-missing = その絵をどうしたいか、言葉でも書いてください。
page-words-answer = 先に答えを書いてください。
page-count = { $limit }文字中{ $count }文字
page-send = 描く
page-attach = 絵から始める
page-drop = ここに絵を置いてください
page-settings = 設定
page-settings-reset = 自動に戻す
page-auto = 自動
page-random = ランダム
page-out-of-range = { $least }から{ $most }までにしてください。
page-sampler-soft = やわらかく絵画的
page-sampler-varied = 変化に富む
page-sampler-crisp = くっきり写実的
page-commands = コマンド
page-remove = 外す
page-changing = この絵を変えています
page-answering = 返信しています
page-from-file = この絵から始めます
page-source = あなたの絵
page-change = 変える
page-again = これだけ描きなおす
page-delete = この絵を削除
page-deleted = 削除しました。
page-undo = 元に戻す
page-open = 大きく見る
page-picture = 絵
page-picture-alt = 絵：{ $prompt }
page-picture-of = { $count }枚中{ $number }枚目の絵：{ $prompt }
page-preview = 描かれていく途中の絵
page-progress = 進み具合
page-newest = いちばん新しいものへ
page-queue = 進行中
page-queue-count = 進行中：{ $count }
page-cancel-one = やめる：{ $prompt }
page-cancel-all = すべてやめる
page-newer = 新しい
page-older = 古い
page-close = 閉じる
page-previous = 前の絵
page-next = 次の絵
page-copy-prompt = プロンプトをコピー
page-copy-seed = シード { $seed } をコピー
page-copied = コピーしました。
page-download = 元のファイルを保存
page-part = 一部を変える
page-draw = 描く
page-done = 完了
page-redo = やり直す
page-clear = すべて消す
page-invert = 印の有無を入れ替える
page-canvas = キャンバス
page-canvas-keys = 矢印キーで筆が動き、スペースで塗り、Shift＋矢印キーで線を引きます。＋と－で拡大・縮小、角かっこで太さを変え、Bは筆、Eは消しゴムです。
page-brushes = 道具
page-brush = 筆
page-eraser = 消しゴム
page-move = 画像を動かす
page-brush-size = 筆の太さ
page-farther = 縮小
page-fit = 全体を表示
page-nearer = 拡大
page-colours = 色
page-colour-own = 好きな色
page-colour-black = 黒
page-colour-grey = 灰色
page-colour-white = 白
page-colour-red = 赤
page-colour-orange = オレンジ
page-colour-yellow = 黄
page-colour-green = 緑
page-colour-blue = 青
page-colour-purple = 紫
page-colour-pink = ピンク
page-colour-brown = 茶
page-marked = しま模様の部分を変えます
page-marked-share = { $value }に印
page-drawn = あなたの絵から始めます
page-placeholder-part = しま模様の部分に何を描きますか？
page-placeholder-drawing = これは何の絵ですか？
page-mask-empty = まず、変えたいところを塗ってください。
page-mask-full = 画像全体に印が付いています。残したいところは塗らないでください。
page-drawing-empty = まず何か描いてください。
page-cannot-draw = この画像はここに表示できないため、描き込めません。
page-gallery-empty = まだ何もありません。描きあがった絵がここに飾られます。
page-favourite = お気に入り
page-favourites = お気に入り
page-favourites-empty = お気に入りはまだありません。絵の下の ⭐ を押すとお気に入りに入ります。
page-details = この画像について
page-made-from = 元の画像
page-became = ここから生まれた画像
page-copy = コピー
page-share = 共有
page-shared-until = リンクを知っている人は { $time } まで見られます。
page-unshare = リンクを終わらせる
shared-link = { $time }、リンクを知っている人は誰でもこの画像とその言葉を見られます。
shared-ended = この画像を見られるリンクはもうありません。
shared-drawn = この言葉から Lukis が描きました。
shared-try = 絵を描いてみる
shared-over = このリンクではもう何も見られません。
page-compare = 比較
page-compared = 前の画像を見せる割合
page-before = 前
page-after = 後
about-prompt = プロンプト
about-english = 英語では
about-loras = LoRA
about-created = 依頼した日時
about-seconds = 描画時間
about-took = { $seconds }秒
page-search = 自分の画像を検索
page-search-example = 言葉、モデル、日付…
page-search-empty = 見つかりませんでした。言葉を減らすと見つかるかもしれません。
page-select = 選択
page-select-one = 選択：{ $prompt }
page-select-most = 一度に{ $limit }枚までです。
page-selected = 選択中：{ $count }
page-picked = 選択した画像
page-delete-them = 削除
page-zip = まとめて圧縮してダウンロード
page-zip-large = 1つのファイルには大きすぎます。枚数を減らしてください。
page-zip-gone = 一部はもうありません。ページを再読み込みしてください。
page-offline = Lukis が応答しません。もう一度試しています…
page-not-sent = 送れませんでした。Lukis は動いていますか？
page-no-tools = ページのこの部分を取り寄せられませんでした。Lukis は動いていますか？
page-malformed = 読み取れませんでした。ページを読み込みなおしてください。
page-too-fast = 速いですね！数秒だけ待ってください。
page-cookie = ほかの人と区別するためにクッキーが必要です。許可して、ページを読み込みなおしてください。
page-not-vouched = どなたか確かめられませんでした。いったん閉じて、チャットからもう一度開いてください。
page-who = ここでのあなた
page-sign-in = { $platform } でログイン
page-signed-in = { $platform } の { $name } さんです。絵も履歴も同じです。
page-sign-out = ログアウト
page-not-signed-in = ログインできませんでした。もう一度お試しください。

## Discord

discord-prompt = プロンプト
discord-prompt-help = 見たいもの。どの言語でもかまいません
input-image = 画像
input-image-help = 元になる絵。言葉がその絵を変えます
input-mask = マスク
input-mask-help = 白い所を描きなおし、黒い所はそのまま残します
input-other = もう一枚の絵
input-other-help = --controlに種類がいくつかあるとき：最初以外のすべてを取る絵
input-like = 似せる絵
input-like-help = この絵に似せて描きます。画風とものは絵から、何を描くかは言葉から
input-end = 最後の絵
input-end-help = --framesといっしょに：最初の絵が変わっていく先の絵
discord-about = 調べる言葉
discord-about-help = 知りたい言葉やテーマ。たとえばステップ
discord-page = ページ
discord-page-help = 何ページ目か。1がいちばん新しいページです
discord-words = ことば
discord-words-help = どの絵か。プロンプトのことば、--model、2026-11、昨日など
discord-language = 言語
discord-language-help = わたしが話す言語
discord-change = 変更
discord-change-help = 例：--steps 30 --ar 16:9 または reset steps
discord-file = ファイル
discord-file-help = 絵のファイル
discord-second = 2枚目
discord-second-help = 混ぜる絵をもう 1 枚。
discord-third = 3枚目
discord-third-help = 混ぜる絵をもう 1 枚。
discord-fourth = 4枚目
discord-fourth-help = 混ぜる絵をもう 1 枚。
discord-fifth = 5枚目
discord-fifth-help = 混ぜる絵をもう 1 枚。
discord-job = 番号
discord-job-help = ファイル名にある、あなたの絵の番号。
discord-private = 自分だけ
discord-private-help = 絵とそこから生まれるものを自分だけに見せる
discord-menu = この絵から描く
discord-info = どう作られた絵？
discord-upscale = 拡大する
discord-again = もう一度描く
discord-describe = 何が描かれている？
discord-english = 描くときの英語
discord-no-form = 言葉を書く欄を開けませんでした。「{ $menu }」をもう一度選んでください。

## For those in charge of a chat, and whoever runs me

button-report = 🚩 報告
button-remove = 🗑 取り下げる
button-warn = ✋ 注意する
button-ban = ⛔ 利用停止
button-dismiss = ✅ そのままにする
report-thanks = ありがとうございます。ここの管理者が確認します。
report-nobody = ここには、お知らせできる管理者がいません。
report-many = ありがとうございます。確認待ちの報告がたくさんあります。あとでもう一度お試しください。
report-seen = この画像は、もう管理者が確認しました。
report-told = 🚩 画像が報告されました。作者は { $person }、場所は { $chat } です：
report-listed = 🚩 リストの「{ $line }」が見つかりました。作者は { $person }、場所は { $chat } です：
report-closed =
    { $deed ->
         [remove] ✅ { $name } さんが画像を取り下げました。
         [warn] ✅ { $name } さんが作者に注意しました。
         [ban] ✅ { $name } さんが作者を利用停止にし、画像を取り下げました。
        *[dismiss] ✅ { $name } さんがそのままにしました。
    }
report-done =
    { $deed ->
         [remove] 取り下げました。
         [warn] 注意しました。
         [ban] 利用停止にして、画像を取り下げました。
        *[dismiss] そのままにします。
    }
report-done-already = もう済んでいます。ほかの管理者のほうが早かったようです。
report-outcome =
    { $deed ->
         [remove] 報告いただいた画像を確認し、取り下げました。ありがとうございます。
         [warn] 報告いただいた画像を確認し、作者に配慮をお願いしました。ありがとうございます。
         [ban] 報告いただいた画像を確認し、取り下げて作者を利用停止にしました。ありがとうございます。
        *[dismiss] 報告いただいた画像を確認し、そのままにしました。気にかけてくださってありがとうございます。
    }
report-warning = 🙏 ここの管理者から、ご配慮のお願いです。描いた画像はほかの人の目にも触れます。
command-moderate = 管理者用：言葉のリスト、利用停止、一時停止など
command-moderate-names = 管理, モデレート
moderate-how = 管理者として送れるもの：
    /moderate test … – リストが言葉をどう扱うか、その理由
    /moderate block …, spoiler …, report …, allow … – 言葉をリストに入れる：描かない、隠して描く、管理者に知らせる、見つけない
    /moderate lists, /moderate drop … – このチャットのリストを見る、言葉を外す
    /moderate ban …, unban … – id か画像への返信で、利用を止める、戻す
    /moderate limit …, unlimit – 1時間または1日に何枚まで描けるか（このチャット全体、または一人）
    /moderate pause, resume – 新しい依頼を受けない。描きかけは仕上げます
    /moderate say … – わたしの名前でここに発言する
    /moderate stats, log, reports – だれがどれだけ描いたか、管理者が何をしたか、未対応の報告
moderate-how-operators = /moderate broadcast …, stop – すべてのチャットに知らせる、まだ出ていない分を取り消す
    利用停止、一時停止、統計、記録はすべてのチャットが対象です。最後に「here」を付けると、このチャットだけになります。
moderate-test-how = 言葉を付けて送ってください：/moderate test …
moderate-test-nothing = ✅ どのリストにも見つかりません。英語では：{ $english }
moderate-test-english = 英語では：{ $english }
moderate-test-found =
    { $list ->
         [block] ⛔ 描きません：
         [spoiler] 🙈 描きますが、タップするまで隠します：
        *[report] 🚩 描いて、管理者に知らせます：
    } { $where ->
         [bot] 「{ $line }」（すべてのチャットのリスト）
        *[chat] 「{ $line }」（このチャットのリスト）
    }
moderate-lists =
    { $count ->
        *[other] このチャットのリストは { $count } 行です。
    }
moderate-line = • { $list }：{ $line }
moderate-full = このチャットのリストはいっぱいです。{ $limit } 行までです。
moderate-bad-line =
    { $why ->
         [long] その行は長すぎます。
         [empty] その行には文字がありません。
         [pattern] それは正規表現ではありません。
         [all] それではすべてが見つかってしまいます。
        *[slow] その表現は、文章によって時間がかかりすぎます。
    }
moderate-added = ✅ リスト { $list } に入れました：{ $line }
moderate-known = リスト { $list } にもうあります：{ $line }
moderate-dropped = ✅ このチャットのリストから外しました：{ $line }
moderate-no-line = このチャットのリストにはありません：{ $line }
moderate-who = どなたのことですか。その人の画像に返信するか、telegram:123 のような id を付けてください。
moderate-banned =
    { $where ->
         [everywhere] ⛔ すべてのチャットで、{ $person } からの新しい依頼を受けません。
        *[here] ⛔ このチャットで、{ $person } からの新しい依頼を受けません。
    } { $count ->
        *[other] { $count } 枚を止めました。
    }
moderate-banned-already = { $person } はもう利用停止です。
moderate-unbanned = ✅ { $person } はまた描けます。
moderate-not-banned = { $person } は利用停止ではありません。
moderate-limit-how = 何枚まで、どの時間で？ このチャット全体：/moderate limit 50/day。一人だけなら、id を書くか絵への返信で：/moderate limit telegram:123 5/hour。/moderate unlimit で解除します。
moderate-limit-all = このチャット全体
moderate-limited = ✅ { $whom } – { $kind }：{ $limit }
moderate-limits = 管理者がここで決めた上限：
moderate-limits-none = ここで上限を決めた管理者はいません。
moderate-limit-line = • { $whom } – { $kind }：{ $limit }
moderate-unlimited = ✅ 管理者の上限はなくなりました：{ $whom }
moderate-not-limited = { $whom } に上限を決めた管理者はいません。
moderate-paused =
    { $where ->
         [everywhere] ⏸ すべてのチャットで新しい依頼を受けません。描きかけは仕上げます。
        *[here] ⏸ このチャットで新しい依頼を受けません。描きかけは仕上げます。
    }
moderate-resumed =
    { $where ->
         [everywhere] ▶️ すべてのチャットでまた描きます。
        *[here] ▶️ このチャットでまた描きます。
    }
moderate-reports = 未対応の報告を個別に送りました：{ $count } 件
moderate-say-how = 言葉を付けて送ってください。
moderate-said = ✅ 発言しました。
moderate-broadcast =
    { $count ->
        *[other] 📣 { $count } 件のチャットに送ります。
    } /moderate stop で、まだ出ていない分を取り消せます。
moderate-stopped =
    { $count ->
        *[other] ✋ { $count } 件のチャットには届きません。
    }
moderate-stats = この { $days } 日間：{ $people } 人 · 依頼 { $jobs } 件 · 画像 { $pictures } 枚
moderate-busy = いま待っているか描いている依頼：{ $count } 件
moderate-stats-line = • { $name }（{ $person }）：画像 { $pictures } 枚 · 依頼 { $jobs } 件
moderate-log = 管理者がしたこと、{ $number } ページ：
moderate-log-line = • { $when } { $name } – { $what } { $about } ({ $chat })
error-not-admin = これは管理者用です。わたしを動かしているのがあなたなら、ADMINS にあなたの id を入れてください：{ $id }
error-banned = 管理者の判断で、ここではあなたからの新しい依頼を受けていません。間違いだと思われたら、管理者にお話しください。
error-paused = いまは新しい依頼を受けていません。待っているものは仕上げます。あとでもう一度お試しください。
error-over-quota =
    { $whose ->
         [chat] 今のところ、このチャットの分はここまでです
        *[person] 今のところ、あなたの分はここまでです
    }（{ $kind }：{ $limit }）。次に空くまで：{ $wait }。
error-too-much-at-once = 一度に頼みすぎです：{ $asked }。入るのは最大 { $limit } まで（{ $kind }）。少なめにしてください。
error-too-large-here = ここで頼める大きさを超えています：{ $size } メガピクセル、最大は { $limit } です。
error-not-that-model = モデル { $model } は、ここであなたが使えるものではありません：{ $choices }。
error-blocked = これはここでは描きません。ほかのものでお試しください。
discord-order = 指示
discord-order-help = することを書きます。空なら一覧を表示します
