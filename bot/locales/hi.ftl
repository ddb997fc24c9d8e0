### हिन्दी। हर संदेश का अर्थ और नियम: en.ftl और docs/interface.md।

language-name = हिन्दी
language-names = हिन्दी, हिंदी, hindi

## While a job waits and runs

status-waiting = 🎨 ज़रा रुकिए, तैयारी हो रही है…
status-sweep = इससे { $count } चित्र बनेंगे।
status-morph = इससे { $count } फ़्रेम बनेंगे।
status-queued = ⏳ { $position ->
    [1] अगली बारी आपकी है।
   *[other] कतार में नंबर { $position }।
}
status-queued-wait = ⏳ { $position ->
    [1] अगली बारी आपकी है: लगभग { $wait }।
   *[other] कतार में नंबर { $position }: लगभग { $wait }।
}
status-start = 🔌 एक मशीन चालू हो रही है; इसमें लगभग { $time } लगते हैं।
status-started = 🎨 चित्र बनाना शुरू…
status-larger = 🔍 { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } तक बड़ा हो रहा है
status-larger-time = 🔍 { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } तक बड़ा हो रहा है: लगभग { $time }
status-progress = 🎨 चित्र बन रहा है: { NUMBER($share, style: "percent") }
find-found = 🎯 मुझे लगता है कि “{ $words }” यहाँ है: धारीदार हिस्सा फिर से बनेगा, बाकी वैसा ही रहेगा। आपके कहने तक कुछ नहीं बनेगा।
status-cancelled = ✋ रद्द किया गया।
status-over = ✅ काम पूरा हो गया है।
status-parting = ⏳ यहाँ जवाब देने के लिए मेरे पास जितना समय है, इसमें उससे ज़्यादा लगेगा। हो सका तो चित्र निजी संदेश में भेजूँगा; /history में वह हर हाल में मिलेगा।

## Results

result-english = अंग्रेज़ी में: { $english }
result-looked-for = जो मैंने ढूँढा, अंग्रेज़ी में: { $english }
result-joined = चित्र में जो है, उसके साथ जोड़कर: { $english }
result-without = चित्र में नहीं होगा: { $negative }
result-word-for-word = अनुवाद सेवाओं से जवाब नहीं मिला, इसलिए साथ आए शब्दकोश से शब्द-दर-शब्द अनुवाद किया।
result-dictionary = साथ आए शब्दकोश से शब्द-दर-शब्द अनुवाद किया।
result-not-translated = अभी इसका अनुवाद नहीं हो पाया, इसलिए जैसा लिखा था वैसा ही बनाया।
result-translator = अनुवाद: { $provider }।
result-person = आपकी अपनी अंग्रेज़ी से।
result-draws = मैं छोटा मॉडल हूँ और थोड़ी ही चीज़ें जानता हूँ। यह आज़माइए: { $examples }
result-narrowed = { $model } { $asked } में नहीं बनाता: सबसे नज़दीकी आकार { $size } है।
result-unheard = { $model ->
    [none] गाइडेंस 1 हो तो मॉडल को नहीं बताया जाता कि क्या छोड़ना है। ज़्यादा --cfg से बताया जाता है।
   *[other] { $model } को नहीं बताया जा सकता कि क्या छोड़ना है।
}
notice-lora-in-part = LoRA { $lora } का सिर्फ़ { NUMBER($share, style: "percent") } { $model } पर बैठता है; बाकी का कोई असर नहीं है।
notice-guessed-mask = मैंने आपके चित्र को मास्क माना: उसमें जो चिह्नित या सफ़ेद है वह फिर से बनेगा। उसी चित्र को बदलना हो तो उसे जवाब के बिना भेजिए।
notice-first-frame = आपका भेजा चित्र चलता हुआ है: मैंने उसका सिर्फ़ पहला फ़्रेम लिया।
notice-first-page = आपकी भेजी फ़ाइल में कई पन्ने हैं: मैंने सिर्फ़ पहला लिया।
notice-read-as = इस तरह पढ़ा गया: { $told }।
notice-no-meaning = यहाँ इसके जैसा कुछ नहीं है, इसलिए असर नहीं हुआ: { $flags }
notice-not-here = सेटिंग्स में जो माँगा गया और यहाँ नहीं है: { $things }
notice-default-away = { $wanted } अभी इस्तेमाल नहीं हो सकता, इसलिए उसकी जगह { $model } चित्र बनाता है।
notice-held-back =
    { $count ->
        [one] { $count } चित्र यहाँ सबके लिए ठीक नहीं है, इसलिए नहीं दिखाया गया।
       *[other] { $count } चित्र यहाँ सबके लिए ठीक नहीं हैं, इसलिए नहीं दिखाए गए।
    }
result-deleted = 🗑 हटा दिया।
result-smaller = छोटा करके JPEG में भेजा: मूल फ़ाइल इस चैट के लिए बहुत बड़ी है।
result-not-taken = 🖼 चित्र बन गया है, पर यह चैट मुझसे चित्र नहीं लेती। मुझे निजी संदेश में /history भेजिए, वह वहाँ मिलेगा।
result-held-back = 🔒 यह सबके लिए ठीक नहीं है, इसलिए यहाँ नहीं दिखाया जाता।
result-facts = सीड { $seed } · { $size } · { $steps ->
    [one] { $steps } चरण
   *[other] { $steps } चरण
} · { $sampler } · cfg { $cfg } · { $model }
result-redrawn = सीड { $seed } · { $size } · { $steps ->
    [one] { $steps } चरण
   *[other] { $steps } चरण
} · cfg { $cfg }
result-own = { $name } { $value }
result-frames = { $count } फ़्रेम

## Buttons

button-cancel = ✋ रद्द करें
button-reroll = 🎲 फिर से
button-subtle = ✨ थोड़ा बदलें
button-strong = 🌀 ज़्यादा बदलें
button-remix = 📝 संपादित करें
button-upscale = 🔍 बड़ा करें ×{ $times }
button-left = ⬅️ बाएँ
button-right = ➡️ दाएँ
button-up = ⬆️ ऊपर
button-down = ⬇️ नीचे
button-zoom = 🔭 दूर से
button-square = ⬜ चौकोर बनाएँ
button-invert = 🔁 दूसरा हिस्सा
button-use = ✅ यही ठीक है
button-original = 📄 मूल फ़ाइल
button-one = 🖼 { $number }
button-original-one = 📄 { $number }
button-delete = 🗑 हटाएँ
button-undo = ↩️ वापस लाएँ
button-show = 🖼 फिर दिखाएँ
button-star = ⭐ पसंदीदा
button-again = 🎨 फिर से बनाएँ
button-version = 🎨 { $number }
button-use-it = 🎨 यही लें
button-own-words = ✏️ मेरे अपने शब्द
button-raw = मेरे ही शब्द लें
button-edit = ✏️ अनुवाद सुधारें
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = रद्द किया गया।
toast-too-late = देर हो गई: चित्र बन चुका है।
toast-deleted = हटा दिया।
toast-undone = वापस आ गया।
toast-starred = ⭐ अब आपके पसंदीदा में है: /favourites सब दिखाता है।
toast-unstarred = अब आपके पसंदीदा में नहीं है।
toast-language = अब मैं हिन्दी में बोलूँगा।

## Commands

command-imagine = शब्दों से चित्र बनाएँ
command-imagine-names = बनाओ, चित्र, कल्पना
command-morph = एक चित्र को दूसरे में बदलता एनिमेशन बनाएँ
command-morph-names = मॉर्फ़, एनिमेशन, रूपांतर
command-history = अपने चित्र देखें
command-history-names = इतिहास, मेरे-चित्र
command-favourites = अपने पसंदीदा चित्र देखें
command-favourites-names = पसंदीदा, सितारे
command-info = देखें कि चित्र कैसे बना
command-info-names = जानकारी, विधि
command-upscale = चित्र को बारीकियों के साथ बड़ा करें
command-upscale-names = बड़ा, बड़ा-करें
command-blend = दो से पाँच चित्रों को एक में मिलाएँ
command-blend-names = मिलाएँ, मिश्रण
command-shorten = देखें कि कौन-से शब्द मायने रखते हैं, और छोटा करें
command-shorten-names = छोटा, संक्षेप
command-describe = चित्र में क्या है, शब्दों में बताएँ
command-describe-names = वर्णन, बयान
command-expand = छोटे प्रॉम्प्ट को समृद्ध करें, पहले देखने के लिए
command-expand-names = विस्तार, समृद्ध
command-show = अपना कोई चित्र उसकी संख्या से फिर देखें
command-show-names = दिखाएँ, दिखाओ
command-again = अपना कोई चित्र उसकी संख्या से फिर बनाएँ
command-again-names = फिर, दोबारा
command-cancel = कतार में लगे या बन रहे चित्र रोकें
command-cancel-names = रद्द, रोको
command-help = यह कैसे काम करता है, और शब्दों के अर्थ
command-help-names = मदद, सहायता
command-models = कौन-से मॉडल चित्र बना सकते हैं
command-models-names = मॉडल
command-style = शैलियाँ: चित्र कैसे दिखें
command-style-names = शैली, शैलियाँ
command-settings = तय करें कि मेरे सभी चित्रों पर क्या लागू हो
command-settings-names = सेटिंग, सेटिंग्स
command-language = मेरी भाषा चुनें
command-language-names = भाषा
command-start = नमस्ते कहें
command-start-names = शुरू, नमस्ते

# Styles: what each is called
style-choose = शैलियाँ, { $total } में से { $number }। अगले प्रॉम्प्ट के लिए एक दबाइए, या { $flag } और उसका नाम लिखिए।
style-use = यही लगाइए
style-example = एक लोमड़ी
style-how = किसी चित्र का रूप रखने के लिए उसके जवाब में /style save और एक नाम लिखिए; नाम के बाद के शब्द प्रॉम्प्ट के चारों ओर लगते हैं। /style delete और नाम उसे मिटाता है।
style-saved = { $flag } के नाम से रखा गया। प्रॉम्प्ट के चारों ओर यह लगेगा: { $frame }
style-full = आपकी { $limit } शैलियाँ पहले से हैं। /style delete और एक नाम से जगह बनाइए।
style-unfit = “{ $name }” शैली नहीं बन सकती: उसमें कोष्ठक, खड़ी रेखा है या कोई अक्षर नहीं।
style-deleted = { $name } मिटा दी गई।
style-none = { $name } नाम की आपकी कोई शैली नहीं है।
style-save-names = सहेजें, रखें
style-delete-names = मिटाएँ, हटाएँ
style-photo = फ़ोटो
style-portrait = चेहरे की तस्वीर
style-cinematic = सिनेमाई
style-noir = फ़िल्म नुआर
style-polaroid = पोलरॉइड
style-macro = मैक्रो
style-watercolor = जलरंग
style-oil = तैलचित्र
style-gouache = गुआश
style-ink = स्याही
style-sketch = पेंसिल रेखाचित्र
style-charcoal = चारकोल
style-pastel = पेस्टल
style-impressionist = प्रभाववाद
style-ukiyoe = उकियो-ए
style-woodcut = काष्ठ छाप
style-glass = रंगीन काँच
style-mosaic = मोज़ेक
style-batik = बाटिक
style-anime = एनिमे
style-manga = मंगा
style-comic = कॉमिक
style-pixel = पिक्सेल कला
style-lowpoly = लो पॉली
style-clay = मिट्टी
style-paper = कागज़ की कटाई
style-neon = नियॉन
style-cyberpunk = साइबरपंक
style-fantasy = कल्पनालोक
style-vaporwave = वेपरवेव

imagine-how = बताइए क्या बनाऊँ, किसी भी भाषा में। जैसे:
    /imagine { $example }
form-how = नीचे से जो चाहें चुनें। फिर अपने शब्द भेजें: इस संदेश के जवाब में, या निजी चैट में सीधे।
form-edit = नीचे जो चाहें बदलें और फिर से बनाएँ, या इस संदेश के जवाब में दूसरे शब्द भेजें।
form-paint = 🎨 बनाएँ
imagine-example = बर्फ़ में लाल लोमड़ी --ar 16:9
message-hint = आप जो लिखें, मैं बनाता हूँ, किसी भी भाषा में। जैसे:
    { $example }
forwarded-offer = ये किसी और के शब्द हैं। क्या इन्हें बनाऊँ?
changed-offer = शब्द बदल गए हैं। क्या अब यह बनाऊँ?
offer-drawn = अभी बनाता हूँ।
group-hello = सबको नमस्ते! तीन बातें जान लीजिए:
    • /imagine के साथ लिखिए कि आप क्या देखना चाहते हैं, किसी भी भाषा में: मैं यहीं बनाऊँगा, सबके सामने।
    • मेरे किसी चित्र के जवाब में शब्द लिखिए, मैं उसे बदल दूँगा।
    • एडमिन /settings chat से तय करते हैं कि यहाँ क्या लागू हो, और /moderate से व्यवस्था रखते हैं; बाकी सब /help में है।
greeting-names = नमस्ते, नमस्कार, हाय, हैलो, हेलो, धन्यवाद, शुक्रिया, हाँ, नहीं, ठीक है, टेस्ट, कैसे हो, आप कैसे हैं, आप कौन हैं
called-how = मेरे नाम के ठीक पहले या बाद में लिखिए कि आप क्या देखना चाहते हैं, किसी भी भाषा में, या किसी चित्र के जवाब में ऐसा लिखिए। जैसे:
    @Lukis { $example }
history-empty = अभी आपके कोई चित्र नहीं हैं। /imagine के साथ लिखिए कि आप क्या देखना चाहते हैं।
history-empty-here = इस चैट में अभी आपके कोई चित्र नहीं हैं। मेरे साथ निजी चैट में /history आपके सभी चित्र दिखाता है।
history-page = { $total } में से { $number }
history-page-here = इस चैट के { $total } में से { $number }
favourites-empty = अभी आपका कोई पसंदीदा चित्र नहीं है। चित्र के नीचे ⭐ दबाने से वह पसंदीदा बन जाता है।
favourites-empty-here = इस चैट से अभी आपका कोई पसंदीदा चित्र नहीं है। मेरे साथ निजी चैट में /favourites सब दिखाता है।
favourites-page = ⭐ आपके पसंदीदा
favourites-page-here = ⭐ इस चैट से आपके पसंदीदा
history-today = आज
history-yesterday = कल
found-page = 🔎 जो आपने ढूँढा, नए पहले
found-page-here = 🔎 जो आपने ढूँढा, इस चैट से
found-empty = इससे आपका कोई चित्र नहीं मिला।
found-empty-here = इस चैट में इससे आपका कोई चित्र नहीं मिला। मेरे साथ निजी चैट में /history आपके सभी चित्रों में ढूँढता है।
cancel-none = न कुछ कतार में है, न कुछ बन रहा है।
cancel-done = { $count ->
    [one] { $count } चित्र रोका गया।
   *[other] { $count } चित्र रोके गए।
}
edit-ask = इस संदेश के जवाब में वह अंग्रेज़ी वाक्य लिखिए जिससे चित्र बने। अभी यह है:
    { $english }
info-how = किसी चित्र के जवाब में /info लिखिए, या चित्र साथ भेजिए, और मैं बताऊँगा कि वह कैसे बना।
info-days = { $days ->
    [one] मैं चित्र { $days } दिन तक रखता हूँ, फिर हटा देता हूँ।
   *[other] मैं चित्र { $days } दिनों तक रखता हूँ, फिर हटा देता हूँ।
}
info-budget = जब तक सारे चित्र मिलकर { NUMBER($size, maximumFractionDigits: 1) } GB से कम जगह लेते हैं, मैं उन्हें रखता हूँ; उसके बाद सबसे पुराने हटा दिए जाते हैं।
quota-kind =
    { $what ->
         [work]
            { $span ->
                 [day] 24 घंटे में काम
                *[hour] एक घंटे में काम
            }
        *[pictures]
            { $span ->
                 [day] 24 घंटे में तस्वीरें
                *[hour] एक घंटे में तस्वीरें
            }
    }
quota-used =
    { $whose ->
         [chat] 📊 यह चैट, { $kind }: { $used } / { $limit }
        *[person] 📊 आप, { $kind }: { $used } / { $limit }
    }
upscale-how = किसी चित्र के जवाब में { $command } लिखिए, या चित्र साथ भेजिए, और मैं उसे दुगुना चौड़ा और ऊँचा कर दूँगा। { $command } 4 से चौगुना।
blend-how = { $command } के साथ { $least } से { $most } चित्र या उनके पते भेजिए, या किसी चित्र का जवाब दूसरे चित्र से दीजिए, और मैं उनके बीच का चित्र बना दूँगा।
shorten-how = { $command } के बाद प्रॉम्प्ट लिखिए, और मैं बताऊँगा कि कौन-से शब्द मायने रखते हैं, छोटे रूपों के साथ।
shorten-told = सबसे ज़्यादा मायने रखते हैं: { $words }
shorten-short = हर शब्द मायने रखता है: हटाने को कुछ नहीं है।
describe-how = किसी चित्र के जवाब में { $command } लिखिए, या चित्र या उसका पता भेजिए, और मैं बताऊँगा कि उसमें क्या है।
describe-told = मुझे यह दिखता है:
expand-how = { $command } के बाद छोटा प्रॉम्प्ट लिखिए, और मैं उसे समृद्ध कर दूँगा। कुछ बनने से पहले आप उसे देखेंगे।
expand-off = यहाँ { $command } के लिए कोई मॉडल नहीं लगा है। जो मुझे चलाते हैं, वे { $setting } से लगा सकते हैं।
expand-told = और समृद्ध:
show-how = { $command } के बाद चित्र की संख्या लिखिए: { $command } 12।
again-how = { $command } के बाद चित्र की संख्या लिखिए, या किसी चित्र के जवाब में भेजिए: { $command } 12।
aside-draw = 🎨 “{ $words }” बनाएँ
aside-open = 🎨 मेरे साथ बनाएँ
again-told = 📋 इस चित्र में लिखा है कि वह कैसे बना। बटन उसे फिर से बनाता है; कुछ बदलना हो तो इसे बदलकर भेजिए:
    { $command }
again-untold = इस चित्र में नहीं लिखा कि वह कैसे बना: चैट ऐप फ़ोटो से यह हटा देते हैं, इसलिए इसे फ़ाइल के रूप में भेजिए। चित्र बदलने के लिए शब्दों में जवाब दीजिए।
again-source = यह किसी दूसरे चित्र से बना है, जो इस फ़ाइल में नहीं है: यह कमांड उस चित्र के जवाब में भेजिए।
again-given = जिन चित्रों से यह बना, उनके हैश: { $pictures }
again-mask = जो हिस्सा फिर से बना, वह हाथ से चुना गया था, जो कमांड में नहीं लिखा जा सकता: वही मास्क भी साथ भेजिए।
again-model = मॉडल { $model } यहाँ नहीं है, इसलिए कोई और मॉडल बनाएगा।
again-loras = ये LoRA यहाँ नहीं हैं, इसलिए छोड़ दिए गए: { $names }
again-beyond = यह मैं यहाँ नहीं कर सकता, इसलिए छोड़ दिया: { $things }
again-alike = यह { $program } से बना है: मेरा चित्र मिलता-जुलता होगा, बिलकुल वही नहीं।
again-alike-other = यह किसी दूसरे प्रोग्राम से बना है: मेरा चित्र मिलता-जुलता होगा, बिलकुल वही नहीं।
again-marked = इसमें Lukis का अदृश्य वॉटरमार्क है।
models-title = ये मॉडल चित्र बना सकते हैं:
models-line = • { $name }: { $title }
models-how = --model से चुनिए, जैसे: /imagine लाल लोमड़ी --model { $name }
models-instead = --model न लिखें तो { $name } चित्र बनाता है।
models-loras = LoRA, ऐसे लिखें <lora:{ $name }:0.8>: { $names }
models-triggers = कोष्ठक में: प्रॉम्प्ट के वे शब्द जिनसे LoRA असर दिखाता है।
models-embeddings = एम्बेडिंग, नाम से लिखें: { $names }
models-tagged = एम्बेडिंग जिनके नाम आम शब्द हैं, ऐसे लिखें <emb:{ $name }>: { $names }
models-controls = ControlNet, किसी चित्र पर --control के साथ: { $names }
models-upscalers = बड़ा करने वाले, --upscaler { $name }: { $names }
models-adapters = IP-Adapter, चित्र पर --like के साथ: { $names }
models-hypernets = हाइपरनेटवर्क, ऐसे लिखें <hypernet:{ $name }:0.7>: { $names }
models-vaes = VAE, --vae { $name }: { $names }
beside-models = मॉडल
beside-loras = LoRA
beside-embeddings = एम्बेडिंग
beside-controls = ControlNet
beside-likes = IP-Adapter
beside-upscalers = बड़ा करने वाले
beside-hypernets = हाइपरनेटवर्क
beside-vaes = VAE
models-one = { $name }, { $total } में से { $number }
models-use = यह मॉडल लगाइए
models-examples = अच्छा बनाता है: { $words }
models-styles = इसकी शैलियाँ: { $words }
models-licence = लाइसेंस: { $name }
beside-choose = { $kind }, { $total } में से { $number }: अगले प्रॉम्प्ट में इस्तेमाल के लिए किसी एक को दबाइए।
beside-ready = अगले प्रॉम्प्ट के लिए तैयार। इसे कॉपी करके अपने शब्द लिखिए:
beside-reply = चित्र के लिए तैयार। इसे किसी चित्र के जवाब में भेजिए:
beside-triggers = इसे बुलाने वाले शब्द: { $words }
beside-back = सभी प्रकार
models-renamed = दूसरे नाम से, क्योंकि इनका नाम किसी और का है: { $names }
models-passed-over = सूची में नहीं (यह केवल एडमिन को दिखता है):
models-passed-over-line = • { $why } ({ $reason })
models-passed-over-more = … और { $count }: “{ $command }” सबके नाम बताता है।
language-ask = मैं किस भाषा में बोलूँ?
language-auto = मेरे ऐप की भाषा
welcome = नमस्ते! मैं Lukis हूँ और किसी भी भाषा के शब्दों से चित्र बनाता हूँ।
    /imagine { $example }
    चित्र बदलने के लिए उसके जवाब में शब्द लिखिए। ज़्यादा जानकारी /help में है।

## One person on several apps

command-link = दूसरे ऐप में भी उसी व्यक्ति के रूप में इस्तेमाल करें
command-link-names = जोड़ो, जोड़ें
command-unlink = /link से जुड़ा हुआ फिर अलग करें
command-unlink-names = अलग, अलग-करें
discord-code = कोड
discord-code-help = वह कोड जो मैंने दूसरे ऐप में दिया। ख़ाली: नया कोड
button-join = 🔗 जोड़ दें
account-private = यहाँ दूसरे लोग भी पढ़ते हैं। कृपया मुझे निजी चैट में { $command } भेजिए।
link-code = 🔗 { $time } के अंदर दूसरे ऐप में मुझे यह भेजिए:
    { $command }
    फिर आपके चित्र, सेटिंग और सीमाएँ वहाँ और यहाँ एक ही होंगी। इसे किसी और को न बताइए: जो इसे भेजेगा, वह आपके चित्र देख सकेगा।
link-with = अब तक आपके साथ जुड़े हैं: { $who }।
link-ask = क्या { $who } भी आप ही हैं? अगर हाँ, तो मैं दोनों को जोड़ता हूँ: चित्र, सेटिंग और सीमाएँ एक हो जाएँगी, और दोनों ओर से सब देखा और मिटाया जा सकेगा। अगर यह कोड किसी और ने भेजा है, तो रहने दीजिए।
link-done = 🔗 अब आप और { $who } मेरे लिए एक ही व्यक्ति हैं। /history सब कुछ दिखाता है। { $command } फिर से अलग कर देता है।
link-told = 🔗 यहाँ मिले कोड से { $who } अब मेरे लिए वही व्यक्ति है जो आप हैं। अगर वह आप नहीं हैं, तो तुरंत { $command } भेजिए।
unlink-done = यहाँ आप फिर से अलग हैं। जो आपने यहाँ माँगा वह यहाँ रहता है, जो कहीं और माँगा वह वहाँ। आपकी सेटिंग दोनों ओर बनी रहती हैं।
unlink-none = यहाँ आपके साथ कुछ जुड़ा नहीं है। { $command } से जोड़ सकते हैं।
error-bad-code = यह कोड ग़लत है या पुराना हो चुका है। नया कोड पाने के लिए दूसरे ऐप में /link भेजिए।
error-own-code = वहाँ आप पहले से वही व्यक्ति हैं: कोड दूसरे ऐप के लिए है।
error-too-many-guesses = बहुत सारे ग़लत कोड आए। { $wait } बाद आप फिर कोशिश कर सकते हैं।
error-too-many-joined = मैं ज़्यादा से ज़्यादा { $limit } जोड़ सकता हूँ। जहाँ अब ज़रूरत नहीं, वहाँ /unlink भेजिए।
## Settings

settings-title = { $whose ->
    [chat] इस चैट की सेटिंग:
   *[mine] आपकी सेटिंग:
}
settings-line = { $name }: { $value }
settings-none = कुछ तय नहीं है: चित्र वैसे बनते हैं जैसे मॉडल सबसे अच्छा बनाता है।
settings-chats = इस चैट से: { $settings }
settings-how = तय की हुई बात तब तक लागू रहती है जब तक आप कुछ और न लिखें: { $example }। वापस लेने के लिए: { $reset }
settings-how-chat = यहाँ सबके लिए एडमिन { $command } से तय करते हैं।
settings-choose = { $whose ->
    [chat] इस चैट के चित्र किससे बनें?
   *[mine] आपके चित्र किससे बनें?
}
settings-type = कोई और मान: { $command }
settings-pictures = 🎨 चित्र
settings-language = 🌐 भाषा
settings-reset = ↩️ सब वापस लें
settings-to-chat = 👥 यह चैट
settings-to-mine = 👤 मेरी
settings-unset = तय नहीं
settings-back = पीछे
settings-on = हाँ
settings-off = नहीं
settings-chat-names = चैट, समूह
settings-reset-names = रीसेट, वापस
setting-files = { $way ->
    [on] 📎 फ़ाइल के रूप में: हाँ
   *[off] 📎 फ़ाइल के रूप में: नहीं
}
setting-previews = { $way ->
    [off] 👁 झलक: नहीं
   *[on] 👁 झलक: हाँ
}
setting-rerolls = { $way ->
    [mine] 🎲 फिर से: सिर्फ़ लेखक
   *[all] 🎲 फिर से: सब
}
setting-safety = { $way ->
    [spoiler] 🛡 अनुचित: ढका
    [block] 🛡 अनुचित: रोका
   *[usual] 🛡 अनुचित: सामान्य
}
command-export = अपने सभी चित्र, शब्द और सेटिंग फ़ाइल में पाएँ
command-export-names = निर्यात, डाउनलोड
export-done = 📦 चित्र, अपने शब्दों और सेटिंग के साथ: { $count }। फ़ाइलें: { $files }।
export-left = जो नहीं आए, क्योंकि वे अब नहीं हैं या इस ऐप के लिए बहुत बड़े हैं: { $count }।
export-rest = एक बार में मैं इतना ही बाँध सकता हूँ। बाकी { $command } से मिलेगा।
export-links = हर लिंक { $time } तक चलता है, जिसके पास भी हो: इसे अपने तक ही रखें।
export-over = यह लिंक खत्म हो चुका है, या कभी था ही नहीं। मेरे साथ चैट में { $command } से नया लिंक मिलेगा।
error-not-now = मैं वही कर रहा हूँ। थोड़ी देर में आ जाएगा।
command-forget = मुझसे ख़ुद को और अपना सब बनाया हुआ भुलवाएँ
command-forget-names = भूल-जाओ, सब-मिटाओ
button-forget = 🗑 सब भूल जाओ
forget-ask = क्या मैं आपको भूल जाऊँ? तब यह सब हमेशा के लिए चला जाएगा: आपके चित्र और जो आपने भेजे, आपके शब्द और उनके अनुवाद, आपकी सेटिंग और इतिहास। जो बन रहा है उसे मैं रोक दूँगा, और आपके चित्रों वाले अपने संदेश जहाँ ऐप होने दे वहाँ से हटा दूँगा। इसे कोई वापस नहीं ला सकता।
    जो रहेगा: आपके चित्रों से दूसरों के बनाए चित्र, आपके नाम की जगह एक संख्या के साथ एडमिन के नोट, और बैकअप जो मुझे चलाने वाले ने रखे हों।
forget-export = उससे पहले { $command } आपके सभी चित्र फ़ाइल में दे देता है।
forget-also = यह इन पर भी लागू होगा: { $who }।
forget-done = 🗑 भूल गया। आपके चित्रों वाले संदेश एक-एक करके हटेंगे। फिर लिखेंगे तो हम पहली बार मिलेंगे।

## Help

help-text = आप जो बताएँ, वही बनाता हूँ, किसी भी भाषा में। ऐसे भेजिए:
    /imagine { $example }
help-examples = ये अच्छे बनते हैं:
help-example = • { $prompt }
help-commands = मैं ये समझता हूँ:
help-command = { $command } – { $help }
help-more = कोई विषय चुनिए, या किसी शब्द के बारे में पूछिए: /help { $word }
help-unknown = “{ $word }” पर मेरे पास कोई पन्ना नहीं है। शायद इनमें हो?
help-flag = { $range ->
    [none] { $flag } – { $help }
   *[other] { $flag } – { $help } ({ $range })
}
help-group = • { $group }: { $names }
help-not-yet = यह मुझे अभी नहीं आता।
help-back = ⬅️ वापस

## Parameters

parameter-ratio = अनुपात
parameter-ratio-help = चौड़ाई और ऊँचाई का अनुपात। 16:9 चौड़ा, 9:16 लंबा, 1:1 वर्गाकार।
parameter-ratio-flags = अनुपात
parameter-size = आकार
parameter-size-help = चित्र की चौड़ाई x ऊँचाई, पिक्सेल में। अनुपात से पहले माना जाता है।
parameter-size-flags = आकार, साइज़
parameter-steps = चरण
parameter-steps-help = नॉइज़ को कितनी बार में हटाया जाए। ज़्यादा में देर लगती है पर बारीकी आती है; आम तौर पर 20 से 30 काफ़ी हैं।
parameter-steps-flags = चरण, स्टेप
parameter-cfg = मार्गदर्शन
parameter-cfg-help = चित्र प्रॉम्प्ट को कितना माने। कम में आज़ादी, ज़्यादा में शब्दशः और कठोर।
parameter-cfg-flags = मार्गदर्शन, गाइडेंस
parameter-sampler = सैंपलर
parameter-sampler-help = नॉइज़ हटाने का तरीका। कोमल और कलात्मक: Euler, DDIM। बदलते हुए: “a” या “SDE” वाले। साफ़ और यथार्थ: DPM++ 2M, UniPC, Heun।
parameter-sampler-flags = सैंपलर
parameter-seed = सीड
parameter-seed-help = वह संख्या जिससे नॉइज़ शुरू होता है। वही सीड और वही शब्द, तो वही चित्र।
parameter-seed-flags = सीड, बीज
parameter-vary = रूपांतर
parameter-vary-help = सीड के नॉइज़ का कितना हिस्सा दूसरे नॉइज़ से बदले: 0 यानी वही चित्र, 0.2 मिलता-जुलता, 1 दूसरा चित्र। किसी चित्र के जवाब में वही बदलता है।
parameter-vary-flags = रूपांतर
parameter-upscale = बड़ा करना
parameter-upscale-help = किसी चित्र के जवाब में, या चित्र के साथ: वह कितने गुना चौड़ा और ऊँचा हो।
parameter-upscale-flags = बड़ा
parameter-upscaler = बड़ा करने का तरीका
parameter-upscaler-help = चित्र किससे बड़ा हो: model उसे थोड़ा फिर से बनाता है, plain उसे तीखा करता है, बाकी /models में हैं।
parameter-upscaler-flags = अपस्केलर
parameter-noise_level = शोर का स्तर
parameter-noise_level-help = Stable Diffusion के अपने ×4 अपस्केलर के साथ: तस्वीर पर पहले कितना शोर डाला जाए। 0 सब कुछ रखता है, 20 आम है, 100 बहुत कुछ गढ़ता है।
parameter-noise_level-flags = शोर
parameter-variations = रूपांतरण
parameter-variations-help = ठीक वही नॉइज़ जो मिलाया गया, जैसा चित्र बताता है: सीड और हर एक की मात्रा, क्रम से।
parameter-variations-flags = रूपांतरण
parameter-count = संख्या
parameter-count-help = कितने चित्र बनें; हर एक का अपना सीड।
parameter-count-flags = संख्या, कितने
parameter-negative = बिना
parameter-negative-help = चित्र में क्या न दिखे।
parameter-negative-flags = बिना, नहीं
parameter-strength = तीव्रता
parameter-strength-help = किसी चित्र से शुरू करने पर: उससे कितना हटना है। 0.3 हल्का सुधार, 0.9 में थोड़ा ही बचता है।
parameter-strength-flags = तीव्रता, ताकत
parameter-image_cfg = चित्र से लगाव
parameter-image_cfg-help = ऐसे मॉडल के साथ जो कहे मुताबिक चित्र बदलता है: वह चित्र पर कितना टिका रहे। 1 में खुला, 2 में बहुत कम बदलता है।
parameter-image_cfg-flags = चित्र-लगाव
parameter-depth = गहराई रखना
parameter-depth-help = किसी चित्र के जवाब में या साथ में, गहराई वाले मॉडल से: पास की चीज़ पास और दूर की दूर रहती है, बाकी सब शब्दों के अनुसार। --show-map दिखाता है कि क्या रखा गया।
parameter-depth-flags = गहराई
parameter-clip_skip = क्लिप स्किप
parameter-clip_skip-help = टेक्स्ट एनकोडर की कौन-सी परत सुनी जाए, आख़िरी से गिनकर। ड्रॉइंग वाले कई मॉडल 2 चाहते हैं।
parameter-clip_skip-flags = क्लिप-स्किप
parameter-vae = VAE
parameter-vae-help = /models का दूसरा डिकोडर बने हुए को पिक्सेल में बदलता है: रंग और बारीकियाँ बदल जाती हैं।
parameter-vae-flags = डिकोडर
parameter-extend = विस्तार
parameter-extend-help = किसी चित्र के जवाब में: वह अपने किनारों के पार कितने पिक्सेल आगे बढ़े। चित्र खुद जैसा है वैसा ही रहता है।
parameter-extend-flags = विस्तार
parameter-zoom = दूर से
parameter-zoom-help = किसी चित्र के जवाब में: उसके चारों ओर का दृश्य कितना गुना चौड़ा और ऊँचा हो।
parameter-zoom-flags = ज़ूम
parameter-tile = बेजोड़ दोहराव
parameter-tile-help = ऐसा चित्र जो टाइल, कपड़े या दीवार के काग़ज़ की तरह बिना जोड़ दिखे दोहराया जा सके। x से केवल दाएँ-बाएँ, y से केवल ऊपर-नीचे।
parameter-tile-flags = टाइल, बेजोड़
parameter-region = हिस्सा
parameter-region-help = किसी चित्र के जवाब में या उसके साथ: कौन-सा हिस्सा फिर से बने। left बायाँ, right दायाँ, top ऊपर, bottom नीचे, center बीच या background पृष्ठभूमि; बाकी वैसा ही रहेगा।
parameter-region-flags = मास्क
parameter-invert = दूसरा हिस्सा
parameter-invert-help = मास्क जो चुनता है वह रहता है, बाकी सब फिर से बनता है।
parameter-invert-flags = उलटा
parameter-only = सिर्फ़
parameter-only-help = किसी चित्र के जवाब में या उसके साथ: उसमें क्या फिर से बनाया जाए, शब्दों में। कुछ भी बनने से पहले आप वह हिस्सा देखते हैं।
parameter-only-flags = सिर्फ
parameter-control = नियंत्रण
parameter-control-help = किसी चित्र के उत्तर में या उसके साथ: उसका क्या बना रहे जबकि बाकी सब नए सिरे से बने। canny, lineart, softedge और scribble उसकी रेखाएँ रखते हैं, depth उसकी गहराई, pose शरीर की मुद्राएँ। कई हों तो अल्पविराम से अलग करें।
parameter-control-flags = नियंत्रण
parameter-control_weight = नियंत्रण का भार
parameter-control_weight-help = दिए गए चित्र का कितना पालन हो: 0 बिल्कुल नहीं, 1 जैसा नेटवर्क ने सीखा है।
parameter-control_weight-flags = नियंत्रण-भार
parameter-control_start = नियंत्रण कब से
parameter-control_start-help = दिए गए चित्र का पालन कब शुरू हो: 0 पहले चरण से, 0.5 बीच से।
parameter-control_start-flags = नियंत्रण-शुरू
parameter-control_end = नियंत्रण कब तक
parameter-control_end-help = दिए गए चित्र का पालन कब रुके: 1 आख़िरी चरण के साथ, 0.5 बीच में।
parameter-control_end-flags = नियंत्रण-अंत
parameter-control_raw = तैयार नक्शा
parameter-control_raw-help = दिया गया चित्र पहले से वही है जो नेटवर्क लेता है, जैसे काले पर सफ़ेद रेखाएँ: उसमें से कुछ नहीं उकेरा जाता।
parameter-control_raw-flags = तैयार-नक्शा
parameter-show_map = नक्शा दिखाएँ
parameter-show_map-help = दिए गए चित्र से जो लिया जाता है वही दिखाता है, उससे चित्र नहीं बनाता।
parameter-show_map-flags = नक्शा-दिखाएँ
parameter-like = इसके जैसा
parameter-like-help = किसी चित्र के उत्तर में या उसके साथ: आपके शब्द जो कहते हैं, वह उसी चित्र की शैली और चीज़ों जैसा बनता है। IP-Adapter चाहिए।
parameter-like-flags = जैसा
parameter-like_weight = समानता
parameter-like_weight-help = दिया गया चित्र आपके शब्दों के सामने कितना गिना जाए: 0 बिल्कुल नहीं, 1 पर शब्दों के लिए कम बचता है।
parameter-like_weight-flags = समानता
parameter-like_by = IP-Adapter
parameter-like_by-help = दिए गए चित्र को कौन-सा IP-Adapter देखे। /models सब बताता है।
parameter-like_by-flags = जैसा-से
parameter-frames = फ़्रेम
parameter-frames-help = पहले से आखिरी तक कितने चित्र ले जाएँ: बीच में | लिखकर हर वर्णन से अगले तक, या दूसरे सीड या चित्र तक। ये एनिमेशन बनकर आते हैं।
parameter-frames-flags = फ़्रेम
parameter-loop = आना-जाना
parameter-loop-help = एनिमेशन फिर से शुरू होने से पहले अपनी शुरुआत तक लौटता है।
parameter-loop-flags = आना-जाना
parameter-place = जगह
parameter-place-help = सिर्फ़ एक फ़्रेम, वर्णनों के बीच | के साथ: 0 पहला है, 1 आखिरी, 0.5 ठीक बीच में।
parameter-place-flags = जगह
parameter-model = मॉडल
parameter-model-help = कौन-सा मॉडल बनाए। सूची /models में है।
parameter-model-flags = मॉडल
parameter-style = शैली
parameter-style-help = चित्र में कुछ भी हो, वह कैसा दिखे। /style सब दिखाता है; अल्पविराम से जोड़ी गई दो साथ लगती हैं, none यानी कोई नहीं।
parameter-style-flags = शैली
parameter-format = फ़ाइल प्रारूप
parameter-format-help = चित्र की फ़ाइल किस प्रकार की हो। PNG हर पिक्सेल रखता है; JPEG, WebP और AVIF काफ़ी छोटे होते हैं।
parameter-format-flags = प्रारूप
parameter-raw = ज्यों का त्यों
parameter-raw-help = प्रॉम्प्ट बिना अनुवाद, जैसा लिखा है वैसा ही मॉडल को दिया जाए।
parameter-raw-flags = ज्यों-का-त्यों, मूल

## The guide: its chapters

guide-prompts-title = ✍️ प्रॉम्प्ट
guide-prompts = आप क्या कहते हैं, और मैं उसे कैसे पढ़ता हूँ।
guide-settings-title = 🎛 सेटिंग
guide-settings = शब्द वही रखकर चित्र बदलने के तरीके।
guide-pictures-title = 🖼 चित्र से
guide-pictures = बने-बनाए चित्र से क्या-क्या हो सकता है।
guide-models-title = 🧠 मॉडल
guide-models = चित्रकार, और उन्हें क्या सिखाया जा सकता है।
guide-inside-title = ⚙️ कैसे काम करता है
guide-inside = आपके शब्दों और चित्र के बीच क्या होता है।
guide-flags-title = 📋 सारे विकल्प
guide-flags = इन्हें अपने शब्दों के बाद कहीं भी लिखिए:

## The guide

guide-prompt-title = प्रॉम्प्ट
guide-prompt-names = प्रॉम्प्ट, वर्णन, विवरण, शब्द, पाठ
guide-prompt = प्रॉम्प्ट वह है जो आप मुझसे कहते हैं: वे शब्द जो चित्र बनते हैं। पहले चीज़ बताइए, फिर वह कैसी दिखती है, कहाँ है, और रोशनी या शैली: “बर्फ़ में लाल लोमड़ी, शाम की रोशनी, जलरंग”। एक बार में एक ही बात बदलिए, तो दिखेगा कि हर शब्द क्या करता है।
guide-negative-title = नेगेटिव प्रॉम्प्ट
guide-negative-names = नेगेटिव, नेगेटिव प्रॉम्प्ट, बिना, हटाना
guide-negative = नेगेटिव प्रॉम्प्ट बताता है कि चित्र में क्या न हो। उसे --no के बाद लिखिए: “चेहरा --no चश्मा, लिखावट”। चीज़ का नाम ही लिखिए: “चश्मा”, न कि “चश्मा मत बनाना”।
guide-weights-title = वज़न
guide-weights-names = वज़न, भार, ज़ोर, कोष्ठक
guide-weights = वज़न देने से कोई शब्द अपने पड़ोसियों से ज़्यादा या कम अहम हो जाता है: (लाल:1.4) लाल को बढ़ाता है, (लाल:0.7) घटाता है। 0.5 और 1.5 के बीच रहिए, उससे आगे चित्र खुरदरा हो जाता है। “(गहरी बर्फ़:1.3) में लोमड़ी” आज़माइए।
guide-changing-title = बदलते शब्द
guide-changing-names = चुनाव, विकल्प, यादृच्छिक शब्द, धनु कोष्ठक, वर्ग कोष्ठक, बारी-बारी
guide-changing = धनु कोष्ठक में मैं चुनता हूँ: {"{"}लाल|नीली{"}"} गाड़ी लाल होगी या नीली, हर बार और एल्बम के हर चित्र के लिए अलग; वही सीड वही चुनता है। वर्ग कोष्ठक में शब्द चित्र बनते समय बदलते हैं: [लोमड़ी:बिल्ली:0.5] लोमड़ी से शुरू होकर बिल्ली पर ख़त्म होता है, [बिल्ली:0.3] एक-तिहाई रास्ते के बाद बिल्ली जोड़ता है, [बिल्ली::0.3] उसे वहीं हटाता है, और [लोमड़ी|बिल्ली] हर चरण पर बारी-बारी आते हैं। 1 या उससे बड़ी संख्या चरण गिनती है।

guide-steps-title = चरण
guide-steps-names = चरण, स्टेप, कदम
guide-steps = चित्र निरे नॉइज़ से शुरू होता है और हर चरण में थोड़ा साफ़ होता है। कम चरणों में अधूरा लगता है; ज़्यादा में देर लगती है और फिर कुछ खास नहीं बदलता। झटपट खाके के लिए 10 और अंतिम चित्र के लिए 30 आज़माइए।
guide-seed-title = सीड
guide-seed-names = सीड, बीज, रैंडम, यादृच्छिक संख्या, वही चित्र
guide-seed = हर चित्र रैंडम नॉइज़ से उगता है, और सीड उस नॉइज़ का नंबर है। वही शब्द, वही सेटिंग, वही सीड: फिर वही चित्र। सीड रखकर एक शब्द बदलिए तो बस वही बदलेगा; नए विचार के लिए 🎲 से नया सीड लीजिए।
guide-guidance-title = मार्गदर्शन (CFG)
guide-guidance-names = मार्गदर्शन, गाइडेंस, cfg, cfg स्केल
guide-guidance = मार्गदर्शन, यानी CFG, यह है कि मैं आपके शब्दों को कितनी सख़्ती से मानूँ। कम मान में नई बातों की जगह रहती है; ज़्यादा में हर शब्द माना जाता है पर रंग तीखे हो जाते हैं। एक ही सीड से कम, बीच का और ज़्यादा मान आज़माइए, जैसे 2, 5 और 10।
guide-sampler-title = सैंपलर
guide-sampler-names = सैंपलर, सैंपलिंग, शेड्यूलर
guide-sampler = सैंपलर वह तरीका है जिससे नॉइज़ हटाया जाता है। इनके तीन समूह हैं, और चित्र नाम से ज़्यादा समूह से बदलता है। सीड वही रखकर हर समूह से एक आज़माइए।
guide-resolution-title = आकार और अनुपात
guide-resolution-names = रिज़ॉल्यूशन, आकार, अनुपात, साइज़, चौड़ाई, ऊँचाई, पिक्सेल
guide-resolution = रिज़ॉल्यूशन यह है कि चित्र में कितने बिंदु (पिक्सेल) हैं, और अनुपात उसकी शक्ल है। मॉडल उसी आकार के आसपास सबसे अच्छा बनाता है जिस पर उसने सीखा; बहुत बड़े में चीज़ें दो-दो बार आ जाती हैं। शक्ल आप चुनिए, आकार मॉडल पर छोड़िए।
guide-strength-title = तीव्रता
guide-strength-names = तीव्रता, ताकत, चित्र से चित्र, img2img
guide-strength = जब आप किसी चित्र से शुरू करते हैं, तो तीव्रता बताती है कि मैं उससे कितना हट सकता हूँ। 0.3 के आसपास हल्का सुधार, 0.6 में उसी रचना पर नया चित्र, 0.9 में रंगों के सिवा थोड़ा ही बचता है। किसी चित्र के जवाब में /imagine, अपने शब्द और --strength 0.5 लिखिए।

guide-variation-title = नया रूप
guide-variation-names = नया रूप, रूपांतर, विविधता, फिर से
guide-variation = नया रूप यानी वही विचार फिर से, थोड़े फ़र्क के साथ। हर चित्र के नीचे ✨ से मिलता-जुलता चित्र बनता है, 🌀 से कुछ दूर का, और 🎲 से उन्हीं शब्दों का नया। लिखना चाहें तो चित्र के जवाब में --vary 0.3 लिखिए: 0 पर वह वैसा ही रहता है, 1 पर दूसरा हो जाता है। --n 4 से एक साथ चार मिलते हैं।
guide-seamless-title = बेजोड़ दोहराव
guide-seamless-names = बेजोड़, टाइल, पैटर्न, बनावट, वॉलपेपर
guide-seamless = बेजोड़ चित्र अपने किनारों के आगे ख़ुद ही जारी रहता है: उसकी प्रतियाँ पास-पास रखें तो टाइल, कपड़े या दीवार के काग़ज़ जैसा एक बड़ा नमूना बनता है। अपने शब्दों के बाद --tile लिखिए और ऐसी चीज़ बताइए जो पूरा चित्र भर दे: “नीले फूल और पत्ते --tile”। --tile x से वह केवल दाएँ-बाएँ दोहराता है, जैसे किनारी या लंबा दृश्य।
guide-sweep-title = कई मान आज़माना
guide-sweep-names = तुलना, तुलना करें, ग्रिड, कई मान, संयोजन
guide-sweep = अल्पविराम वाले धनु कोष्ठक अपने हर शब्द को आज़माते हैं: {"{"}लाल,नीली,हरी{"}"} गेंद से तीन चित्र बनते हैं। ज़्यादातर संख्याएँ और सैंपलर भी कई मान लेते हैं: --steps 10,20,30, सीमा के लिए --cfg 2..8, उसके चार मानों के लिए --cfg 2..8/4, --sampler euler,ddim। साथ में वे हर मेल बनाते हैं, एक ही सीड से 16 चित्र तक, एक ही शीट पर; नीचे का नंबर उस चित्र को अलग खोलता है। कितने बनेंगे, यह मैं शुरू करने से पहले बताता हूँ। दो दशमलव संख्याओं के बीच अर्धविराम लिखिए: --cfg 5;7।
guide-interpolation-title = इंटरपोलेशन
guide-interpolation-names = इंटरपोलेशन, मॉर्फ़, बदलाव, मिलाना
guide-interpolation = इंटरपोलेशन एक चित्र से दूसरे तक छोटे-छोटे कदमों में चलता है, और लोमड़ी धीरे-धीरे उल्लू बन जाती है। यह इसलिए हो पाता है कि मिलते-जुलते चित्र लेटेंट स्पेस में पास-पास होते हैं। /morph लाल लोमड़ी | सफ़ेद उल्लू लिखिए: फ़्रेम एनिमेशन बनकर आते हैं, और उनमें से कुछ नीचे एक पट्टी पर दिखते हैं; नंबर दबाने से वही फ़्रेम अकेला खुलता है। तीन या ज़्यादा वर्णन सफ़र को लंबा करते हैं। किसी चित्र के जवाब में /morph रात कर दो लिखिए, तो शुरुआत उसी से होगी; /morph के साथ दो चित्र भेजिए, तो पहला दूसरे में बदलेगा; --seed 7,8 एक सीड से दूसरे तक जाता है। --frames 24 इसे और मुलायम बनाता है, --loop इसे शुरुआत तक लौटाता है।
guide-inpainting-title = इनपेंटिंग
guide-inpainting-names = इनपेंटिंग, मास्क, सुधार, हटाना, inpainting
guide-inpainting = इनपेंटिंग चित्र का केवल एक हिस्सा फिर से बनाती है: आप एक जगह, यानी मास्क, चुनते हैं और बताते हैं कि वहाँ क्या हो; बाकी वैसा ही रहता है। इससे चीज़ें हटती हैं, चेहरे सुधरते हैं और छूटी चीज़ें जुड़ती हैं। जितना बदलना है उससे थोड़ा ज़्यादा चुनिए, ताकि रोशनी और छाया भी साथ बदलें। या नाम से बताइए: चित्र के जवाब में --only "टोपी" पहले वह हिस्सा दिखाता है, और “यही ठीक है” दबाने पर उसे बनाता है।
guide-editing-title = कहकर बदलना
guide-editing-names = बदलना, संपादन, निर्देश, pix2pix
guide-editing = कुछ मॉडल सीखे हुए हैं कि चित्र के साथ वही करें जो कहा जाए: “इसे रात बना दो”, “गाड़ी नीली कर दो”, “एक टोपी जोड़ो”। किसी चित्र का जवाब दीजिए, या अपनी फ़ोटो भेजिए, साथ में --model और ऐसे मॉडल का नाम लिखिए, और बताइए क्या बदलना है, जैसे किसी इंसान से कहते। जो आप नहीं कहते वह वैसा ही रहता है। कम बदले तो --image-cfg 1.2 कीजिए या --cfg बढ़ाइए; ज़्यादा बदले तो उल्टा। बाकी मॉडल आपके शब्दों के अनुसार चित्र दोबारा बनाते हैं।
guide-depth-title = गहराई
guide-depth-names = गहराई, पास और दूर, रचना, depth
guide-depth = गहराई वाला मॉडल देखता है कि चित्र का हर हिस्सा कितना पास या दूर है, और उसी बनावट पर दूसरा दृश्य बनाता है: कमरा कमरा रहता है, मुद्रा वही रहती है, और झोपड़ी की जगह महल आ जाता है। किसी चित्र का जवाब दीजिए, या अपनी फ़ोटो भेजिए, साथ में --depth लिखिए और पूरा नया दृश्य बताइए। --show-map दिखाता है कि मॉडल क्या देखता है: सफ़ेद पास, काला दूर। --strength 0.6 पुराने रंग ज़्यादा रखता है, 1 केवल गहराई।
guide-outpainting-title = आउटपेंटिंग
guide-outpainting-names = आउटपेंटिंग, फैलाना, बढ़ाना, outpainting
guide-outpainting = आउटपेंटिंग चित्र को उसके किनारों के पार ले जाती है: और आसमान, मेज़ का बाकी हिस्सा, चेहरा जो पूरा दृश्य बन जाए। हर चित्र के नीचे तीर उसे अपनी ओर आगे बढ़ाता है, 🔭 दूर से दिखाता है और ⬜ चौकोर बनाता है; और आगे जाने के लिए फिर दबाइए। लिखना चाहें तो किसी चित्र या अपनी फ़ोटो के जवाब में --extend left=128,top=64 या --zoom 1.5 लिखिए। चित्र खुद ठीक वैसा ही रहता है। शब्द जोड़ें तो सिर्फ़ नया हिस्सा नहीं, पूरा दृश्य बताइए; तब दोनों मेल खाते हैं।
guide-upscaling-title = बड़ा करना
guide-upscaling-names = बड़ा करना, अपस्केल, अपस्केलिंग, छपाई
guide-upscaling = बड़ा करना (upscaling) बने हुए चित्र को बड़ा करता है और बारीकियाँ जोड़ता है, सिर्फ़ बिंदु नहीं खींचता। पहले चुनिए, बड़ा आखिर में कीजिए, क्योंकि इसमें समय लगता है। अच्छी छपाई के लिए हर सेंटीमीटर पर लगभग 120 बिंदु चाहिए। चित्र के नीचे 🔍 उसे दो या चार गुना चौड़ा और ऊँचा करता है; /upscale किसी भी चित्र के साथ यही करता है।
guide-controlnet-title = ControlNet
guide-controlnet-names = controlnet, कंट्रोलनेट, मुद्रा, रेखाचित्र, गहराई
guide-controlnet = ControlNet में दूसरा चित्र पहले को राह दिखाता है: उसकी रेखाएँ, गहराई या किसी की मुद्रा संयोजन तय करती है, और आपके शब्द विषय। किसी चित्र के उत्तर में, या अपना चित्र भेजकर, शब्द और --control canny लिखें: किनारे वही रहेंगे, बाकी सब नया होगा। हल्के पर गहरा रेखाचित्र जैसा है वैसा ही लिया जाता है। --control-weight 0.5 उसे ढीला मानता है, --control canny,depth एक साथ दो चीज़ें लेता है (दो चित्र हों तो हर एक से एक), और --show-map दिखाता है कि क्या लिया गया। साफ़ और सरल चित्र सबसे अच्छे रहते हैं। यहाँ क्या है, /models बताता है।
guide-like-title = किसी चित्र जैसा
guide-like-names = जैसा, ip-adapter, ip adapter, शैली, समानता, नमूना
guide-like = चित्र भी प्रॉम्प्ट हो सकता है: क्या बने, यह आपके शब्द कहते हैं; कैसा बने, यह दूसरा चित्र। किसी चित्र का उत्तर शब्दों और --like के साथ दें, या साथ में फ़ोटो भेजें: उसकी शैली, रंग और चीज़ें उतर आती हैं। किसी चित्र के उत्तर में अपना चित्र शब्दों और --like के साथ भेजें, तो पहला चित्र आपके चित्र जैसा बनता है। --like-weight 0.3 थोड़ा-सा लेता है, 1 शब्दों के लिए कम छोड़ता है, 0 सादा चित्र है; --seed 7 --like-weight 0,0.4,0.8 उन्हें साथ-साथ दिखाता है। मॉडल को IP-Adapter चाहिए: यहाँ कौन-से हैं, /models बताता है, और --like-by एक चुनता है।

guide-model-title = मॉडल
guide-model-names = मॉडल, चित्रकार
guide-model = मॉडल चित्रकार है: एक फ़ाइल जिसने बहुत सारे चित्रों से सीखा है कि शब्द कैसे दिखते हैं। कोई फ़ोटो अच्छे बनाता है, कोई रेखाचित्र। /models में देखिए कौन-कौन से हैं।
guide-checkpoint-title = चेकपॉइंट
guide-checkpoint-names = चेकपॉइंट, मॉडल फ़ाइल, checkpoint, ckpt
guide-checkpoint = चेकपॉइंट वह मॉडल है जो सीखने के किसी पल में सहेजा गया: कई गीगाबाइट की एक फ़ाइल में पूरा चित्रकार। लोग इन्हें कोई शैली सिखाकर बाँटते हैं। मुझे चलाने वाला इसे मॉडल फ़ोल्डर में रख दे, तो यह /models में दिखने लगता है।
guide-safetensors-title = Safetensors
guide-safetensors-names = safetensors, सेफ़टेंसर्स, फ़ाइल का प्रारूप
guide-safetensors = Safetensors मॉडलों की फ़ाइल का ऐसा प्रारूप है जिसमें केवल संख्याएँ रह सकती हैं। पुरानी फ़ाइलों (.ckpt) में ऐसा प्रोग्राम छिपा हो सकता है जो खोलते ही चल पड़े; उन्हें मैं नहीं खोलता। मॉडल डाउनलोड करें तो .safetensors वाली फ़ाइल लीजिए।
guide-lora-title = LoRA
guide-lora-names = lora, लोरा
guide-lora = LoRA एक छोटा जोड़ है जो मॉडल को एक और बात सिखाता है: कोई शैली, पात्र या उत्पाद। यह चेकपॉइंट से सौ गुना छोटा है और उसके ऊपर काम करता है। प्रॉम्प्ट में इसे <lora:नाम:0.8> लिखते हैं; संख्या बताती है कि असर कितना हो।
guide-embedding-title = एम्बेडिंग
guide-embedding-names = एम्बेडिंग, embedding
guide-embedding = एम्बेडिंग एक नन्ही फ़ाइल है जो मॉडल को उस चीज़ के लिए नया शब्द देती है जो वह लगभग बना ही लेता है। वह शब्द प्रॉम्प्ट में लिखिए, बस। मशहूर एम्बेडिंग किसी अंदाज़ के लिए होती हैं या, --no के बाद, उन सब बातों के लिए जो अक्सर बिगड़ती हैं।
guide-hypernetwork-title = हाइपरनेटवर्क
guide-hypernetwork-names = हाइपरनेटवर्क, hypernetwork
guide-hypernetwork = हाइपरनेटवर्क एक दूसरा छोटा नेटवर्क है जो मॉडल के शब्द पढ़ने के ढंग को मोड़ता है, ज़्यादातर किसी शैली की ओर। LoRA के आने से पहले यह चलन में था; LoRA छोटे हैं और काम बेहतर करते हैं। चुन सकें तो LoRA लीजिए। विवरण में इसे <hypernet:नाम:0.7> लिखते हैं; संख्या बताती है कि असर कितना तेज़ हो।
guide-dreambooth-title = DreamBooth
guide-dreambooth-names = dreambooth, ड्रीमबूथ, प्रशिक्षण
guide-dreambooth = DreamBooth कुछ फ़ोटो से मॉडल को कोई खास व्यक्ति, पालतू या चीज़ सिखाता है और उसे अपना एक शब्द देता है। नतीजा नया चेकपॉइंट या LoRA होता है। एक जैसी सौ से अलग-अलग दस फ़ोटो बेहतर हैं, और किसी का चेहरा सिखाने से पहले उससे पूछिए।

guide-diffusion-title = डिफ़्यूज़न
guide-diffusion-names = डिफ़्यूज़न, विसरण, stable diffusion, कैसे काम करता है
guide-diffusion = डिफ़्यूज़न मेरे चित्र बनाने का तरीका है: निरे नॉइज़ से शुरू करता हूँ और एक-एक चरण में वह हटाता हूँ जो आपके शब्दों जैसा नहीं। मैंने इसे उल्टा सीखा, उन चित्रों से जो धीरे-धीरे नॉइज़ में डूबते गए। इसीलिए चित्र कोहरे से उभरता है, कूची के एक-एक निशान से नहीं।
guide-noise-title = नॉइज़
guide-noise-names = नॉइज़, शोर, noise
guide-noise = नॉइज़ रैंडम छींटे हैं, जैसे पुराने टीवी की झिलमिल। हर चित्र इसी से शुरू होता है, और कौन-सा नॉइज़ हो यह सीड तय करता है। चित्र को बनते हुए देखिए, नॉइज़ को चित्र बनते देखेंगे।
guide-latent-title = लेटेंट स्पेस
guide-latent-names = लेटेंट, लेटेंट स्पेस, latent
guide-latent = मैं सीधे बिंदु नहीं बनाता, बल्कि चित्र का छोटा, सघन रूप बनाता हूँ, जिसकी जगह को लेटेंट स्पेस कहते हैं; वह आखिर में ही खुलता है। वहाँ मिलती-जुलती चीज़ें पास-पास होती हैं। चित्र की भुजाएँ 8 के गुणज होने की वजह भी यही है।
guide-render-title = रेंडर
guide-render-names = रेंडर, रेंडरिंग, गति, समय
guide-render = रेंडर करना यानी वर्णन से चित्र की गणना करना: “चित्र बनाना शुरू” से लेकर बने हुए चित्र तक जो मैं करता हूँ। चरण, बिंदु और चित्र जितने ज़्यादा, उतनी देर। इसलिए कम चरणों में विचार परखिए और सबसे अच्छे को ज़्यादा चरणों में फिर बनाइए।
guide-watermark-title = वॉटरमार्क
guide-watermark-names = वॉटरमार्क, हस्ताक्षर, मेटाडेटा, स्रोत
guide-watermark = वॉटरमार्क बताता है कि चित्र कहाँ से आया: हस्ताक्षर की तरह दिखता हुआ, या उसके बिंदुओं या फ़ाइल में छिपा हुआ। मेरी भेजी मूल फ़ाइलों में शब्द और सेटिंग भीतर रहते हैं; मैसेंजर उन्हें फ़ोटो से हटा देते हैं। चित्र कैसे बना यह सहेजना हो तो 📄 दबाइए। 256×256 से बड़े मेरे चित्रों में एक अदृश्य निशान भी होता है कि उन्हें मशीन ने बनाया; /info उसे ढूँढ लेता है।

## When something is in the way

error-unknown = माफ़ कीजिए, मेरी ओर कुछ गड़बड़ हुई। एडमिन को बताएँ तो यह नंबर दीजिए: { $incident }।
error-engine = माफ़ कीजिए, चित्र नहीं बन पाया। फिर कोशिश कीजिए। एडमिन को बताएँ तो यह नंबर दीजिए: { $incident }।
error-out-of-memory = इस चित्र के लिए मेमोरी कम पड़ रही है। छोटा --size आज़माइए। नंबर { $incident }।
error-broken-numbers = इस बार मॉडल रास्ता भटक गया। दूसरा सीड या कम --cfg आज़माइए। नंबर { $incident }।
error-device-lost = चित्रकार ज़रा देर के लिए चला गया। फिर कोशिश कीजिए। एडमिन को बताएँ तो यह नंबर दीजिए: { $incident }।
error-empty-prompt = बताइए क्या बनाऊँ: मुझे कोई शब्द नहीं मिले।
error-prompt-too-long = ये { $length } अक्षर हैं; मैं ज़्यादा से ज़्यादा { $limit } पढ़ सकता हूँ।
error-too-many-texts = बनते समय आपका प्रॉम्प्ट { $limit } से ज़्यादा अलग-अलग पाठों में बदलता है। [a|b] या [a:b:0.5] जैसे बदलाव कम कीजिए।
error-too-many-pictures = इससे { $count } चित्र बनेंगे, और मैं एक बार में ज़्यादा से ज़्यादा { $limit } बनाता हूँ। कृपया कुछ मान कम कर दीजिए।
error-nothing-between = मॉर्फ़ के लिए दो सिरे चाहिए: बीच में | के साथ दो वर्णन, किसी चित्र के जवाब में शब्द, या दो चित्र। जैसे: /morph लाल लोमड़ी | सफ़ेद उल्लू
error-unknown-flag = { $nearest ->
    [none] मैं { $flag } नहीं जानता। जो जानता हूँ वह /help में है।
   *[other] मैं { $flag } नहीं जानता। क्या आपका मतलब { $nearest } है?
}
error-no-setting = “{ $flag }” सभी चित्रों के लिए तय नहीं हो सकता। क्या हो सकता है, वह /settings में है।
range = { $unit ->
    [pixels] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) } पिक्सेल
   *[other] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }
}
error-out-of-range = { $value ->
    [none] { $flag } को एक मान चाहिए: { $range }।
   *[other] { $flag } में { $value } नहीं चलेगा। { $range } आज़माइए।
}
error-unknown-choice = { $nearest ->
    [none] { $flag } में “{ $value }” नहीं है। ये हैं: { $choices }।
   *[other] { $flag } में “{ $value }” नहीं है। क्या आपका मतलब { $nearest } है? ये हैं: { $choices }।
}
error-no-choices = { $flag } के लिए “{ $value }” नहीं है: यहाँ उसके लिए अभी तक कुछ भी नहीं जोड़ा गया है।
error-misplaced-lora = { $tag } को विवरण में लिखिए, { $flag } के बाद नहीं: यह पूरे चित्र पर असर करता है।
error-no-image = इसके लिए एक चित्र चाहिए: साथ भेजिए, या किसी चित्र का जवाब दीजिए।
error-surplus-image = इसके लिए ये चित्र ज़्यादा हैं: कम भेजिए।
error-no-estimator = यहाँ चित्र में { $kind } देखने वाला कुछ नहीं है। { $flag } के साथ तैयार नक्शा भेजें, या --control canny माँगें, जिसकी रेखाएँ मैं ख़ुद उकेर सकता हूँ।
error-bad-image = मैं उस फ़ाइल को चित्र की तरह नहीं पढ़ सकता। PNG, JPEG और WebP सबसे अच्छे हैं।
error-too-large = यह { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } पिक्सेल का हो जाएगा। मैं { $limit } मेगापिक्सेल तक जा सकता हूँ: छोटा गुणक या छोटा चित्र चुनिए।
error-bad-mask = { $fault ->
    [empty] इस मास्क में कुछ भी चुना नहीं है: जो बदलना है उसे सफ़ेद रंगिए, बाकी काला रहने दीजिए।
    [full] पूरा चित्र चुना हुआ है। जो वैसा ही रहे उसे छोड़ दीजिए, या पूरा बदलने के लिए शब्द बिना मास्क के भेजिए।
    [shape] इस मास्क का आकार चित्र जैसा नहीं है: वह बड़ा या छोटा हो सकता है, पर चौड़ाई-ऊँचाई का अनुपात वही हो।
    [moving] चलता-फिरता चित्र मास्क नहीं हो सकता: स्थिर चित्र भेजिए।
    [pages] कई पन्नों की फ़ाइल मास्क नहीं हो सकती: एक ही चित्र भेजिए।
    [double] हिस्सा एक ही तरीके से बताइए: --only से, या मास्क या क्षेत्र से।
    [part] यह चित्र के किसी हिस्से के साथ नहीं होता: पहले वह हिस्सा बनवाइए, फिर जो चित्र बने उसके जवाब में यह माँगिए।
   *[unmarked] इस प्रति में कोई निशान नहीं मिला। जो बदलना है उस पर गहरे रंग से बनाइए और फिर भेजिए।
}
error-not-in-picture = इस चित्र में मुझे “{ $words }” नहीं मिला।
error-image-not-fetched = वह चित्र मुझ तक नहीं पहुँचा। कृपया एक बार फिर भेजिए।
error-address-not-fetched = चित्र के पते से कुछ नहीं आया। क्या पता सही है? आप चित्र सीधे भी भेज सकते हैं।
error-no-words = अभी शब्द नहीं मिले। कृपया थोड़ी देर में फिर कोशिश कीजिए।
error-address-refused = { $why ->
    [off] यहाँ पतों से चित्र नहीं लाए जाते। कृपया चित्र ही भेजिए।
   *[other] चित्र केवल खुले इंटरनेट से, https या http से लाए जाते हैं। कृपया चित्र ही भेजिए।
}
error-not-a-picture = मैं किसी फ़ोटो, फ़ाइल के रूप में भेजे गए चित्र या स्थिर स्टिकर से शुरू कर सकता हूँ। वीडियो, GIF, चलते स्टिकर या आवाज़ से नहीं: उसका स्क्रीनशॉट भेज दीजिए।
error-unseen = जिस संदेश का आप जवाब दे रहे हैं, वह मुझे नहीं दिखता: Discord मुझे केवल वही दिखाता है जो मुझसे कहा जाता है। अगर आप उसका चित्र चाहते हैं, तो उस संदेश का मेनू खोलिए और ऐप्स चुनिए; नहीं तो बिना जवाब के लिखिए।
error-image-too-large = { $unit ->
    [megabytes] वह चित्र बहुत बड़ा है: ज़्यादा से ज़्यादा { $limit } MB।
    [megapixels] { $limit ->
        [one] वह चित्र बहुत बड़ा है: ज़्यादा से ज़्यादा { $limit } मेगापिक्सेल।
       *[other] वह चित्र बहुत बड़ा है: ज़्यादा से ज़्यादा { $limit } मेगापिक्सेल।
    }
   *[other] वह चित्र बहुत बड़ा है: ज़्यादा से ज़्यादा { $limit }।
}
error-canvas-too-large = तब चित्र { $width } × { $height } पिक्सेल का होगा, और कोई भी किनारा { $limit } से लंबा नहीं हो सकता।
error-no-adapter = { $lacks ->
    [encoder] IP-Adapter { $model } अभी तस्वीरें नहीं देख सकता: उसका चित्र-एनकोडर नहीं है। image_encoder फ़ोल्डर उसी के पास रखना होता है।
   *[adapter] यहाँ { $model } के लिए कोई IP-Adapter नहीं है, और उसके बिना मैं किसी दूसरी तस्वीर जैसा नहीं बना सकता।
}
error-bad-model = { $fault ->
    [damaged] मॉडल { $model } काम में नहीं आ सकता: उसकी फ़ाइल ख़राब या अधूरी है।
    [pickle] मॉडल { $model } काम में नहीं आ सकता: उसके फ़ॉर्मैट में कोई प्रोग्राम छिपा हो सकता है, इसलिए मैं सिर्फ़ .safetensors फ़ाइलें पढ़ता हूँ। इसे बदला जा सकता है: तरीक़ा docs/models.md में है।
    [strange] मॉडल { $model } काम में नहीं आ सकता: वह ऐसी किस्म का है जिसे काम में लाना मुझे नहीं आता।
    [unlike] { $model } यहाँ काम में नहीं आ सकता: वह किसी दूसरी किस्म के मॉडल के लिए बना है।
    [unfinished] मॉडल { $model } अभी काम में नहीं आ सकता: उसका डाउनलोड पूरा नहीं हुआ है।
    [elsewhere] { $model } चित्र बनाने वाला मॉडल नहीं है: उसकी जगह दूसरे फ़ोल्डर में है।
    [part] { $model } अकेले चित्र नहीं बना सकता: वह मॉडल का केवल एक हिस्सा है।
   *[other] मॉडल { $model } काम में नहीं आ सकता।
}
error-unfit-model = { $model ->
    [none] यहाँ का कोई मॉडल यह नहीं कर सकता।
   *[other] मॉडल { $model } यह नहीं कर सकता: कोई दूसरा चुनिए, या --model हटा दीजिए।
}
error-noiseless = { $upscaler } चित्र पर कोई शोर नहीं डालता: { $flag } हटा दीजिए, या बड़ा करने का कोई दूसरा तरीका चुनिए।
error-picture-needed = मॉडल { $model } बिना चित्र के कुछ नहीं बनाता: साथ में एक भेजिए, या किसी चित्र का जवाब दीजिए।
error-not-allowed = यह बॉट बुलाए गए लोगों के लिए है। शामिल होने के लिए एडमिन को अपनी id दीजिए: { $id }
error-not-yours = वह किसी और का है।
error-not-found = वह अब यहाँ नहीं है।
error-withheld = 🔒 चित्र बन गया है, पर यहाँ सबके लिए ठीक नहीं है, इसलिए नहीं दिखाता। दूसरे शब्दों में कोशिश कीजिए।
error-unlooked = 🔒 चित्र बन गया है, पर यह जाँचा नहीं जा सका कि वह यहाँ सबके लिए ठीक है या नहीं, इसलिए नहीं दिखाता। बाद में फिर कोशिश कीजिए।
error-too-many-jobs = { $limit ->
    [one] आपका { $limit } चित्र पहले से कतार में है। उसके बनने पर अगला भेजिए।
   *[other] आपके { $limit } चित्र पहले से कतार में हैं। एक बन जाए तो अगला भेजिए।
}
error-closing = मैं अभी फिर से चालू हो रहा हूँ। थोड़ी देर में कोशिश कीजिए।
error-not-for-all = 🔒 यह पक्का नहीं कि यह तस्वीर सबके लिए ठीक है, इसलिए इसे लिंक से नहीं दिखाया जा सकता।
error-no-store = मैं अभी कुछ भी सहेज नहीं सकता: मेरी स्टोरेज काम नहीं कर रही। कृपया मुझे चलाने वाले को बताइए और बाद में कोशिश कीजिए।

## In a terminal

terminal-starting = शुरू हो रहा है…
terminal-ready = Lukis तैयार है।
terminal-page = पेज: { $address }
terminal-on = { $platform }: चालू।
terminal-off = { $platform }: बंद। चालू करने के लिए .env में { $setting } लिखिए ({ $file } देखिए)।
terminal-open = पहुँच: जिसे भी बॉट मिले, वह चित्र बना सकता है। बदलने के लिए .env में { $setting } लिखिए।
terminal-unmarked = इसमें Lukis का वॉटरमार्क नहीं है।
terminal-head = क्लस्टर का मुखिया { $address } पर है। हर दूसरी मशीन पर: कुंजी { $key } को वहाँ कॉपी करें, सिर्फ़ उसके मालिक के लिए, फिर: { $command }
terminal-worker = { $name } अब { $address } में शामिल है। बनाने वाले उपकरण: { $devices }।
terminal-drain = { $name } को कुछ नया नहीं मिलेगा, और जो उसके पास है उसे वह बना देगी।
terminal-drain-none = क्लस्टर में { $name } नाम की कोई मशीन नहीं है। ये हैं: { $names }।
terminal-drained = { $name } के पास जो कुछ था, सब बन गया है।
terminal-untold = इसमें नहीं लिखा कि यह कैसे बना।
terminal-no-film = { $file }: MP4 के लिए ffmpeg चाहिए, जो इस मशीन पर नहीं है। .webp या .gif पर ख़त्म होने वाला नाम उसके बिना चलता है।
terminal-listed = { $count ->
    [one] पहुँच: ALLOWED में लिखा केवल { $count } ही चित्र बना सकता है। बदलने के लिए .env में { $setting } लिखिए।
   *[other] पहुँच: ALLOWED में लिखे केवल { $count } ही चित्र बना सकते हैं। बदलने के लिए .env में { $setting } लिखिए।
}
terminal-backup = { $file }: डेटाबेस और चित्र ({ $pictures }), { NUMBER($size, maximumFractionDigits: 1) } MB।
terminal-backup-words = { $file }: बिना चित्रों के डेटाबेस, { NUMBER($size, maximumFractionDigits: 1) } MB।
terminal-restored = सब कुछ वैसा ही है जैसा { $date } को था। वापस लाए गए चित्र: { $pictures }।
terminal-restored-before = पहले वाला डेटाबेस सहेजा हुआ है: { $file }।
terminal-restore-occupied = डेटाबेस पहले से है: { $file }। { $flag } के साथ वह जगह दे देता है और नए के पास सहेजा रहता है।
terminal-pruned = हटाए गए चित्र: { $pictures }। इससे { NUMBER($size, maximumFractionDigits: 1) } MB खाली हुए।
terminal-prune-dry = हटाने लायक चित्र: { $pictures }, { NUMBER($size, maximumFractionDigits: 1) } MB। कुछ भी हटाया नहीं गया।
terminal-status = Lukis { $version }, { $time } से चल रहा है। यहाँ: { $platforms }।
terminal-status-work = इंतज़ार में: { $waiting } · बन रहे हैं: { $drawing } · पहुँचाए जा रहे हैं: { $delivering } · डिस्क पर खाली: { NUMBER($space, maximumFractionDigits: 1) } GB
terminal-status-device = { $device }: पंक्तियाँ: { $rows } · लेन: { $lanes } · अब तक के चरण: { $forwards } · लोड हुए मॉडल: { $loads }
terminal-status-device-away = { $device }: अभी कुछ नहीं ले रहा; लॉग में कारण लिखा है।
terminal-status-starting = डिवाइस अभी शुरू हो रहे हैं।
terminal-status-queued = ⏳ कतार में नंबर { $position }
terminal-status-queued-wait = ⏳ कतार में नंबर { $position }: क़रीब { $wait }
terminal-status-delivering = 📨 पहुँचाया जा रहा है
terminal-status-more = … और { $count } अन्य
terminal-status-none = { $folder } पर कोई Lukis नहीं चल रहा। शुरू करने के लिए: { $command }

rented-page = आपका पेज: { $address }
rented-no-page = इस नोटबुक से कोई पेज नहीं खुल सकता। Telegram या Discord में अपने बॉट को लिखें।
rented-needs-token = इस नोटबुक से कोई पेज नहीं खुल सकता, इसलिए टोकन चाहिए: ऊपर के सेल में Telegram या Discord चुनें।
rented-token = { $platform } में आपके बॉट का टोकन। यह कहीं नहीं रखा जाता; न हो तो खाली छोड़ें:
rented-running = Lukis चल रहा है।
rented-off = Lukis नहीं चल रहा है।
rented-stopped = Lukis बंद हो गया है। कुछ भी नहीं खोया।
rented-broke = Lukis अपने आप बंद हो गया; ऊपर की पंक्तियाँ कारण बताती हैं। फिर इस सेल को दोबारा चलाएँ।
rented-kept = { $folder } में रखी तस्वीरें: { $count }।
rented-copied = वहाँ की सबसे नई प्रति { $minutes } मिनट पुरानी है।

doctor-data = डेटा फ़ोल्डर
doctor-data-free = { $folder } (खाली पड़ा है, { NUMBER($space, maximumFractionDigits: 1) } GB बाकी)
doctor-data-used = { $folder } (चल रहा Lukis इस्तेमाल कर रहा है, { NUMBER($space, maximumFractionDigits: 1) } GB बाकी)
doctor-data-full = { $folder }: सिर्फ़ { NUMBER($space, maximumFractionDigits: 1) } GB बाकी है, { $setting } से कम, इसलिए कुछ नया नहीं लिया जाता। जगह बनाइए या पुराने चित्र हटने दीजिए (docs/keeping.md)।
doctor-database = डेटाबेस
doctor-database-none = अभी नहीं है; पहली बार शुरू होने पर बनेगा
doctor-database-told = संस्करण { $version }, { NUMBER($size, maximumFractionDigits: 1) } MB, अपडेट से पहले की प्रतियाँ: { $backups }
doctor-tokens = टोकन
doctor-token-missing = { $platform } नहीं है
doctor-token-works = { $platform }: मैं { $name } हूँ
doctor-token-bad = { $platform } टोकन नहीं मानता। उसे { $setting } में फिर से कॉपी कीजिए ({ $file })।
doctor-token-silent = { $address } पर { $platform } जवाब नहीं देता। देखिए कि इस मशीन पर नेटवर्क है या नहीं, और कोई फ़ायरवॉल या प्रॉक्सी तो नहीं रोक रहा।
doctor-hook-fails = { $platform } { $address } तक नहीं पहुँच पा रहा: { $why }। उसके आगे का प्रॉक्सी देखिए ({ $file })। इंतज़ार में: { $waiting }।
doctor-chat-away = { $chat }: मैं वहाँ नहीं हूँ, या देख नहीं सकता। मुझे जोड़िए, या उसे { $setting } से हटाइए।
doctor-chat-lacks = { $chat }: वहाँ मेरे पास ये अधिकार नहीं हैं: { $rights }। चैट की सेटिंग में मुझे दीजिए।
doctor-clock = घड़ी
doctor-clock-right = { $platform } जैसी ही
doctor-clock-wrong = { $platform } की घड़ी से { $time } का फ़र्क़ है। सिस्टम को नेटवर्क से समय मिलाने दीजिए।
doctor-clock-unknown = मिलाने के लिए कोई नहीं
doctor-page = पेज
doctor-page-off = बंद
doctor-page-taken = पोर्ट { $port } पर कोई और प्रोग्राम है। उसे बंद कीजिए, या दूसरा { $setting } चुनिए।
doctor-page-nowhere = यह मशीन { $address } पर नहीं सुन सकती। दूसरा { $setting } चुनिए; 127.0.0.1 हमेशा चलता है।
doctor-translators = अनुवादक
doctor-translators-off = कोई नहीं: शब्द वैसे ही रहते हैं जैसे लिखे गए
doctor-translator-works = { $name } जवाब देता है
doctor-translator-silent = { $name } जवाब नहीं देता
doctor-translators-none = इसलिए दूसरी भाषाओं के शब्द वैसे ही रहते हैं। नेटवर्क देखिए, या { $setting } में { $name } लिखिए, जिसे नेटवर्क नहीं चाहिए।
doctor-access = पहुँच
doctor-access-told = { $access }, अनुमति: { $allowed }, एडमिन: { $admins }
doctor-quotas = कोटा
doctor-quotas-none = कोई फ़ाइल नहीं: किसी की सीमा नहीं
doctor-quotas-told = { $file } (वर्ग: { $classes }, चैट के प्रकार: { $chats })
doctor-torch-told = { $version }, { $devices } पर
doctor-cpu = CPU
doctor-models = मॉडल
doctor-cluster = क्लस्टर
doctor-cluster-machine = { $name } ({ $address }), उपकरण: { $devices }
doctor-cluster-other = मुखिया पर इस मशीन से अलग संस्करण है: { $differs }। दोनों पर एक ही लगाएँ।
doctor-cluster-open = { $ports }: ये बिना कुंजी के हर किसी को जवाब देते हैं। इन्हें सबके लिए बंद करें ({ $file })।
doctor-safety = सुरक्षा जाँच
doctor-safety-off = बंद
doctor-safety-works = { $policy }, अपने नियम: { $chats }; यह चित्रों को पहचानती है
doctor-model-coming = { $model } अभी यहाँ नहीं है: { NUMBER($size, maximumFractionDigits: 2) } GB में से { NUMBER($done, maximumFractionDigits: 2) } GB डाउनलोड हुए हैं; बाकी { $command } लाएगा

## The page

page-skip = सीधे प्रॉम्प्ट पर
page-sections = अनुभाग
page-chat = बातचीत
page-gallery = गैलरी
page-language = भाषा
page-theme = हल्की या गहरी थीम
page-headline = क्या बनाएँ?
page-tagline = किसी भी भाषा में चित्र का वर्णन कीजिए। या इनमें से किसी से शुरू कीजिए:
page-first-fox = बर्फ़ में एक लोमड़ी
page-first-rocket = अंतरिक्ष में एक रॉकेट
page-first-elephant = घास पर एक नीला हाथी
page-first-wizard = जंगल में एक जादूगर
page-first-house = रात में एक घर
page-first-penguin = समुद्र तट पर एक पेंगुइन और एक पिज़्ज़ा
page-take = इसे फिर लिखें
page-retry = बदलकर फिर कोशिश करें
page-earlier = पहले के शब्द
page-earlier-empty = तस्वीरें बनते ही उनके शब्द यहाँ दिखेंगे।
page-help = मदद
page-help-examples = इनमें से कोई आज़माएँ
page-help-options = विकल्प
page-help-option = इन्हें अपने शब्दों के बाद लिखें, जैसे { $value }. ज़्यादातर सेटिंग में भी हैं।
page-help-keys = कुंजियाँ
page-keys-single = एक अक्षर या चिह्न वाली कुंजियाँ काम करें
page-key-write = लिखें
page-key-commands = कमांड
page-key-settings = सेटिंग
page-key-help = यह मदद
page-key-turn = बड़े चित्र पलटें
page-key-delete = बड़ा चित्र हटाएँ
page-key-undo = हटाया हुआ वापस लाएँ
page-key-close = बंद करें, या जिसके बारे में शब्द हैं उसे छोड़ें
page-key-before = बॉक्स ख़ाली हो तो आपका पहले लिखा हुआ
page-advanced = उन्नत
page-how = यह कैसे बना?
page-restore = इसके शब्द और सेटिंग लें
page-restored = शब्द लिखने की जगह में हैं, और सेटिंग लगा दी गई हैं।
page-you = आप:
page-prompt = क्या बनाना है
page-placeholder = चित्र का वर्णन कीजिए, किसी भी भाषा में…
page-placeholder-change = क्या अलग हो?
page-words-missing = शब्दों में बताइए कि इस चित्र का क्या करना है।
page-words-answer = पहले अपना जवाब लिखिए।
page-count = { $limit } में से { $count } अक्षर
page-send = बनाएँ
page-attach = किसी चित्र से शुरू करें
page-drop = चित्र यहाँ छोड़िए
page-settings = सेटिंग
page-settings-reset = स्वचालित पर लौटें
page-auto = स्वचालित
page-random = रैंडम
page-out-of-range = यह { $least } और { $most } के बीच होना चाहिए।
page-sampler-soft = कोमल और कलात्मक
page-sampler-varied = बदलते हुए
page-sampler-crisp = साफ़ और यथार्थ
page-commands = कमांड
page-remove = हटाएँ
page-changing = यह चित्र बदल रहे हैं
page-answering = जवाब दे रहे हैं
page-from-file = इस चित्र से शुरू
page-source = आपका चित्र
page-change = बदलें
page-again = इसे फिर से
page-delete = यह चित्र हटाएँ
page-deleted = हटा दिया।
page-undo = वापस लाएँ
page-open = बड़ा देखें
page-picture = चित्र
page-picture-alt = चित्र: { $prompt }
page-picture-of = { $count } में से चित्र { $number }: { $prompt }
page-preview = बनता हुआ चित्र
page-progress = प्रगति
page-newest = सबसे नए पर
page-queue = जारी काम
page-queue-count = जारी काम: { $count }
page-cancel-one = रद्द करें: { $prompt }
page-cancel-all = सब रद्द करें
page-newer = नए
page-older = पुराने
page-close = बंद करें
page-previous = पिछला चित्र
page-next = अगला चित्र
page-copy-prompt = प्रॉम्प्ट कॉपी करें
page-copy-seed = सीड { $seed } कॉपी करें
page-copied = कॉपी हो गया।
page-download = मूल फ़ाइल डाउनलोड करें
page-part = एक हिस्सा बदलें
page-draw = बनाएँ
page-done = हो गया
page-redo = फिर से करें
page-clear = सब मिटाएँ
page-invert = चुना और न चुना अदल-बदल करें
page-canvas = कैनवास
page-canvas-keys = तीर कुंजियाँ ब्रश चलाती हैं, स्पेस रंगता है, Shift के साथ तीर रेखा खींचता है। प्लस और माइनस से ज़ूम, चौकोर कोष्ठक से आकार बदलता है, B ब्रश है और E रबड़।
page-brushes = औज़ार
page-brush = ब्रश
page-eraser = रबड़
page-move = तस्वीर खिसकाएँ
page-brush-size = ब्रश का आकार
page-farther = छोटा दिखाएँ
page-fit = पूरी तस्वीर
page-nearer = बड़ा दिखाएँ
page-colours = रंग
page-colour-own = अपना रंग
page-colour-black = काला
page-colour-grey = स्लेटी
page-colour-white = सफ़ेद
page-colour-red = लाल
page-colour-orange = नारंगी
page-colour-yellow = पीला
page-colour-green = हरा
page-colour-blue = नीला
page-colour-purple = बैंगनी
page-colour-pink = गुलाबी
page-colour-brown = भूरा
page-marked = धारीदार हिस्सा बदलेगा
page-marked-share = { $value } चुना गया
page-drawn = आपके चित्र से शुरुआत
page-placeholder-part = धारीदार हिस्से में क्या हो?
page-placeholder-drawing = यह किसका चित्र है?
page-mask-empty = पहले उस पर ब्रश चलाएँ जिसे बदलना है।
page-mask-full = पूरी तस्वीर चुनी हुई है। जो रहना है उसे छोड़ दें।
page-drawing-empty = पहले कुछ बनाएँ।
page-cannot-draw = यह तस्वीर यहाँ नहीं दिख सकती, इसलिए उस पर कुछ बनाया नहीं जा सकता।
page-gallery-empty = यहाँ अभी कुछ नहीं है। बनने के बाद आपके चित्र यहाँ दिखेंगे।
page-favourite = पसंदीदा
page-favourites = पसंदीदा
page-favourites-empty = अभी कोई पसंदीदा चित्र नहीं है। चित्र के नीचे ⭐ दबाने से वह पसंदीदा बन जाता है।
page-details = इस तस्वीर के बारे में
page-made-from = इससे बनी
page-became = इससे आगे बनीं
page-copy = कॉपी करें
page-share = साझा करें
page-shared-until = जिसके पास लिंक है, वह इसे { $time } तक देख सकता है।
page-unshare = लिंक खत्म करें
shared-link = { $time } तक जिसके पास लिंक है, वह यह तस्वीर और इसके शब्द देख सकता है।
shared-ended = अब किसी लिंक से यह तस्वीर नहीं दिखती।
shared-drawn = इन शब्दों से Lukis ने बनाई।
shared-try = तस्वीर बनाएँ
shared-over = अब इस लिंक से कुछ नहीं दिखता।
page-compare = तुलना करें
page-compared = पहले वाली तस्वीर कितनी दिखे
page-before = पहले
page-after = बाद में
about-prompt = प्रॉम्प्ट
about-english = अंग्रेज़ी में
about-loras = LoRA
about-created = कब माँगी गई
about-seconds = बनने में लगा समय
about-took = { $seconds } सेकंड
page-search = अपनी तस्वीरें खोजें
page-search-example = शब्द, मॉडल, दिन…
page-search-empty = कुछ नहीं मिला। कम शब्दों से शायद ज़्यादा मिले।
page-select = चुनें
page-select-one = चुनें: { $prompt }
page-select-most = एक बार में ज़्यादा से ज़्यादा { $limit }।
page-selected = चुनी गईं: { $count }
page-picked = चुनी हुई तस्वीरें
page-delete-them = हटाएँ
page-zip = एक ज़िप फ़ाइल में डाउनलोड करें
page-zip-large = एक फ़ाइल के लिए यह बहुत ज़्यादा है। कम चुनें।
page-zip-gone = इनमें से कुछ अब यहाँ नहीं हैं। कृपया पेज फिर से लोड करें।
page-offline = Lukis से जवाब नहीं मिल रहा। फिर कोशिश हो रही है…
page-not-sent = भेजा नहीं जा सका। क्या Lukis चल रहा है?
page-no-tools = पेज का यह हिस्सा नहीं आ सका। क्या Lukis चल रहा है?
page-malformed = मैं इसे पढ़ नहीं पाया। पेज फिर से लोड कीजिए।
page-too-fast = बहुत तेज़! मुझे कुछ सेकंड दीजिए।
page-cookie = आपको औरों से अलग पहचानने के लिए इस पेज को एक कुकी चाहिए। अनुमति देकर पेज फिर से लोड कीजिए।
page-not-vouched = मैं पहचान नहीं पाया कि आप कौन हैं। इसे बंद करके हमारी चैट से फिर खोलिए।
page-who = आप यहाँ कौन हैं
page-sign-in = { $platform } से साइन इन करें
page-signed-in = आप { $platform } के { $name } हैं: वही चित्र, वही इतिहास।
page-sign-out = साइन आउट
page-not-signed-in = साइन इन नहीं हो सका। कृपया एक बार फिर कोशिश कीजिए।

## Discord

discord-prompt = प्रॉम्प्ट
discord-prompt-help = आप क्या देखना चाहते हैं, किसी भी भाषा में
input-image = चित्र
input-image-help = शुरुआत का चित्र: आपके शब्द उसे बदलेंगे
input-mask = मास्क
input-mask-help = सफ़ेद जहाँ चित्र फिर से बने, काला जहाँ वैसा ही रहे
input-other = दूसरा चित्र
input-other-help = --control के कई प्रकारों के साथ: वह चित्र जिससे पहले को छोड़ बाकी सब लिए जाते हैं
input-like = जैसा
input-like-help = वह चित्र जिसके जैसा आपका बने: शैली और चीज़ें उससे; क्या बने, यह आपके शब्द बताते हैं
input-end = आखिरी चित्र
input-end-help = --frames के साथ: वह चित्र जिसमें पहला बदलता है
discord-about = विषय
discord-about-help = कोई शब्द या विषय, जैसे चरण
discord-page = पन्ना
discord-page-help = कौन-सा पन्ना; 1 सबसे नया है
discord-words = शब्द
discord-words-help = कौन-से चित्र: प्रॉम्प्ट के शब्द, --model, 2026-11, कल
discord-language = भाषा
discord-language-help = मैं किस भाषा में बोलूँ
discord-change = बदलाव
discord-change-help = जैसे --steps 30 --ar 16:9, या: reset steps
discord-file = फ़ाइल
discord-file-help = चित्र, फ़ाइल के रूप में
discord-second = दूसरा
discord-second-help = मिलाने के लिए एक और चित्र।
discord-third = तीसरा
discord-third-help = मिलाने के लिए एक और चित्र।
discord-fourth = चौथा
discord-fourth-help = मिलाने के लिए एक और चित्र।
discord-fifth = पाँचवाँ
discord-fifth-help = मिलाने के लिए एक और चित्र।
discord-job = संख्या
discord-job-help = आपके चित्र की संख्या, जैसी उसकी फ़ाइल के नाम में है।
discord-private = निजी
discord-private-help = चित्र और उससे बनी हर चीज़ केवल मुझे दिखाएँ
discord-menu = इस चित्र से बनाएँ
discord-info = यह कैसे बना?
discord-upscale = बड़ा करें
discord-again = फिर से बनाएँ
discord-describe = इसमें क्या है?
discord-english = जिस अंग्रेज़ी से मैं बनाता हूँ
discord-no-form = आपके शब्द लिखने की जगह नहीं खुल सकी। कृपया “{ $menu }” एक बार फिर चुनिए।

## For those in charge of a chat, and whoever runs me

button-report = 🚩 शिकायत
button-remove = 🗑 हटाएँ
button-warn = ✋ चेताएँ
button-ban = ⛔ रोकें
button-dismiss = ✅ रहने दें
report-thanks = धन्यवाद। यहाँ के एडमिन इसे देखेंगे।
report-nobody = यहाँ कोई एडमिन नहीं है जिसे मैं बता सकूँ।
report-many = धन्यवाद। यहाँ के एडमिन के पास देखने को पहले से बहुत है; कृपया बाद में फिर कोशिश करें।
report-seen = यहाँ के एडमिन यह तस्वीर देख चुके हैं।
report-told = 🚩 एक तस्वीर की शिकायत हुई है। बनाने वाले: { $person }, चैट: { $chat }
report-listed = 🚩 सूची का “{ $line }” मिला। बनाने वाले: { $person }, चैट: { $chat }
report-closed =
    { $deed ->
         [remove] ✅ { $name } ने तस्वीर हटा दी।
         [warn] ✅ { $name } ने बनाने वाले को चेताया।
         [ban] ✅ { $name } ने बनाने वाले को रोका और तस्वीर हटा दी।
        *[dismiss] ✅ { $name } ने इसे रहने दिया।
    }
report-done =
    { $deed ->
         [remove] हटा दी।
         [warn] चेता दिया।
         [ban] रोक दिया, और तस्वीर हटा दी।
        *[dismiss] रहने दी।
    }
report-done-already = यह निपट चुका है: दूसरे एडमिन पहले पहुँचे।
report-outcome =
    { $deed ->
         [remove] आपकी शिकायत देखी गई: तस्वीर हटा दी गई है। धन्यवाद।
         [warn] आपकी शिकायत देखी गई: बनाने वाले से दूसरों का ध्यान रखने को कहा गया है। धन्यवाद।
         [ban] आपकी शिकायत देखी गई: तस्वीर हटा दी गई है और बनाने वाले अब नहीं बना सकते। धन्यवाद।
        *[dismiss] आपकी शिकायत देखी गई: तस्वीर रह सकती है। ध्यान रखने के लिए धन्यवाद।
    }
report-warning = 🙏 यहाँ के एडमिन आपसे दूसरों का ध्यान रखने को कहते हैं: आपकी बनाई तस्वीरें और लोग भी देखते हैं।
command-moderate = एडमिन के लिए: शब्दों की सूचियाँ, रोक, विराम और अन्य
command-moderate-names = संचालन, एडमिन
moderate-how = एडमिन के रूप में आप यह भेज सकते हैं:
    /moderate test … – सूचियाँ शब्दों के साथ क्या करेंगी, और क्यों
    /moderate block …, spoiler …, report …, allow … – शब्द को सूची में डालें: न बने, छिपकर बने, आपको बताया जाए, या कभी न मिले
    /moderate lists, /moderate drop … – इस चैट की सूचियाँ देखें, कोई शब्द निकालें
    /moderate ban …, unban … – किसी को रोकें, id से या उनकी तस्वीर के जवाब में
    /moderate limit …, unlimit – एक घंटे या दिन में कितनी तस्वीरें, इस चैट या किसी एक के लिए
    /moderate pause, resume – नया कुछ न लें; जो चल रहा है वह पूरा होगा
    /moderate say … – मेरे नाम से यहाँ कुछ कहें
    /moderate stats, log, reports – किसने कितना बनाया, एडमिन ने क्या किया, और खुली शिकायतें
moderate-how-operators = /moderate broadcast …, stop – सभी चैट को कुछ बताएँ, और जो नहीं गया उसे वापस लें
    रोक, विराम, आँकड़े और लेखा सभी चैट के लिए हैं; अंत में “here” लिखें तो केवल इस चैट के लिए।
moderate-test-how = शब्द साथ भेजें: /moderate test …
moderate-test-nothing = ✅ किसी सूची में कुछ नहीं मिला। अंग्रेज़ी में: { $english }
moderate-test-english = अंग्रेज़ी में: { $english }
moderate-test-found =
    { $list ->
         [block] ⛔ नहीं बनेगा:
         [spoiler] 🙈 बनेगा, पर छूने तक छिपा रहेगा:
        *[report] 🚩 बनेगा, और एडमिन को बताया जाएगा:
    } { $where ->
         [bot] “{ $line }”, सभी चैट की सूचियों से।
        *[chat] “{ $line }”, इस चैट की सूचियों से।
    }
moderate-lists =
    { $count ->
         [one] इस चैट की सूचियों में { $count } पंक्ति है।
        *[other] इस चैट की सूचियों में { $count } पंक्तियाँ हैं।
    }
moderate-line = • { $list }: { $line }
moderate-full = इस चैट की सूचियाँ भर गई हैं: अधिकतम { $limit } पंक्तियाँ।
moderate-bad-line =
    { $why ->
         [long] वह पंक्ति बहुत लंबी है।
         [empty] उस पंक्ति में कोई अक्षर नहीं है।
         [pattern] वह रेगुलर एक्सप्रेशन नहीं है।
         [all] उससे सब कुछ पकड़ा जाएगा।
        *[slow] वह एक्सप्रेशन कुछ पाठों पर बहुत समय लेता है।
    }
moderate-added = ✅ अब सूची { $list } में है: { $line }
moderate-known = सूची { $list } में पहले से है: { $line }
moderate-dropped = ✅ इस चैट की किसी सूची में नहीं रहा: { $line }
moderate-no-line = इस चैट की किसी सूची में नहीं है: { $line }
moderate-who = किसकी बात है? उनकी तस्वीर का जवाब दें, या telegram:123 जैसी id साथ भेजें।
moderate-banned =
    { $where ->
         [everywhere] ⛔ मैं किसी भी चैट में { $person } से नया कुछ नहीं लूँगा।
        *[here] ⛔ मैं इस चैट में { $person } से नया कुछ नहीं लूँगा।
    } { $count ->
         [one] { $count } तस्वीर रोकी गई।
        *[other] { $count } तस्वीरें रोकी गईं।
    }
moderate-banned-already = { $person } पर पहले से रोक है।
moderate-unbanned = ✅ { $person } फिर से बना सकते हैं।
moderate-not-banned = { $person } पर रोक नहीं है।
moderate-limit-how = कितनी, और कितने समय में? पूरी चैट के लिए: /moderate limit 50/day। किसी एक के लिए, id से या उनकी तस्वीर के जवाब में: /moderate limit telegram:123 5/hour। /moderate unlimit इसे हटाता है।
moderate-limit-all = पूरी चैट
moderate-limited = ✅ { $whom } – { $kind }: { $limit }
moderate-limits = यहाँ एडमिन की रखी सीमाएँ:
moderate-limits-none = यहाँ किसी एडमिन ने सीमा नहीं रखी।
moderate-limit-line = • { $whom } – { $kind }: { $limit }
moderate-unlimited = ✅ एडमिन की सीमा अब नहीं है: { $whom }
moderate-not-limited = किसी एडमिन ने { $whom } के लिए सीमा नहीं रखी।
moderate-paused =
    { $where ->
         [everywhere] ⏸ मैं किसी भी चैट में नया कुछ नहीं ले रहा। जो चल रहा है वह पूरा होगा।
        *[here] ⏸ मैं इस चैट में नया कुछ नहीं ले रहा। जो चल रहा है वह पूरा होगा।
    }
moderate-resumed =
    { $where ->
         [everywhere] ▶️ मैं सभी चैट में फिर से बनाता हूँ।
        *[here] ▶️ मैं इस चैट में फिर से बनाता हूँ।
    }
moderate-reports = खुली शिकायतें, आपको निजी तौर पर भेजी गईं: { $count }
moderate-say-how = शब्द साथ भेजें।
moderate-said = ✅ कह दिया।
moderate-broadcast =
    { $count ->
         [one] 📣 { $count } चैट को भेजा जा रहा है।
        *[other] 📣 { $count } चैट को भेजा जा रहा है।
    } /moderate stop से वह वापस होता है जो अभी नहीं गया।
moderate-stopped =
    { $count ->
         [one] ✋ { $count } चैट को यह नहीं मिलेगा।
        *[other] ✋ { $count } चैट को यह नहीं मिलेगा।
    }
moderate-stats = पिछले { $days } दिन: लोग { $people } · अनुरोध { $jobs } · तस्वीरें { $pictures }
moderate-busy = अभी प्रतीक्षा में या बन रहे: { $count }
moderate-stats-line = • { $name } ({ $person }): तस्वीरें { $pictures } · अनुरोध { $jobs }
moderate-log = एडमिन ने क्या किया, पृष्ठ { $number }:
moderate-log-line = • { $when } { $name } – { $what } { $about } ({ $chat })
error-not-admin = यह एडमिन के लिए है। अगर आप मुझे चलाते हैं, तो अपनी id ADMINS में लिखें: { $id }
error-banned = एडमिन ने तय किया है कि मैं यहाँ आपसे नया कुछ न लूँ। अगर यह ग़लती लगे, तो उनसे बात करें।
error-paused = मैं अभी नया कुछ नहीं ले रहा। जो प्रतीक्षा में है वह पूरा होगा; कृपया बाद में फिर कोशिश करें।
error-over-quota =
    { $whose ->
         [chat] अभी के लिए इस चैट का हिस्सा पूरा हो गया
        *[person] अभी के लिए आपका हिस्सा पूरा हो गया
    } ({ $kind }: { $limit })। इसके लिए फिर जगह इतने समय में होगी: { $wait }।
error-too-much-at-once = यह एक साथ बहुत ज़्यादा है: { $asked }, और ज़्यादा से ज़्यादा { $limit } समाता है ({ $kind })। कृपया कम माँगें।
error-too-large-here = यह उससे बड़ा है जो आप यहाँ माँग सकते हैं: { $size } मेगापिक्सेल, और { $limit } सबसे ज़्यादा है।
error-not-that-model = मॉडल { $model } उनमें से नहीं है जिनसे आप यहाँ बना सकते हैं: { $choices }।
error-blocked = यह मैं यहाँ नहीं बनाता। कृपया कुछ और आज़माएँ।
discord-order = आदेश
discord-order-help = क्या करना है। ख़ाली: क्या-क्या है
