### العربية. معنى كل رسالة وقواعدها في en.ftl و docs/interface.md.
###
### يُكتب النص كما هو: الأوامر والخيارات مثل --steps تُعزل وحدها كي تظهر صحيحة في السطر.

language-name = العربية
language-names = العربية, عربي, عربية, arabic

## While a job waits and runs

status-waiting = 🎨 لحظة، أجهّز الألوان…
status-sweep = عدد الصور التي ستُرسم: { $count }.
status-morph = عدد الإطارات التي ستُرسم: { $count }.
status-queued = ⏳ { $position ->
    [1] أنت التالي.
   *[other] رقمك في الدور: { $position }.
}
status-queued-wait = ⏳ { $position ->
    [1] أنت التالي. الانتظار نحو { $wait }.
   *[other] رقمك في الدور: { $position }. الانتظار نحو { $wait }.
}
status-start = 🔌 يجري تشغيل جهاز، ويستغرق ذلك نحو { $time }.
status-started = 🎨 بدأت الرسم…
status-larger = 🔍 تكبير إلى { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }
status-larger-time = 🔍 تكبير إلى { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }: نحو { $time }
status-progress = 🎨 أرسم: { NUMBER($share, style: "percent") }
find-found = 🎯 أظن أن «{ $words }» هنا: الجزء المخطط يُرسم من جديد ويبقى ما عداه. لا يُرسم شيء حتى توافق.
status-cancelled = ✋ أُلغي.
status-over = ✅ انتهى.
status-parting = ⏳ هذا يستغرق أطول مما يُسمح لي بالرد هنا. سأرسل لك الصورة على الخاص إن استطعت؛ وستجدها في /history على أي حال.

## Results

result-english = بالإنجليزية: { $english }
result-looked-for = ما بحثتُ عنه، بالإنجليزية: { $english }
result-joined = مع ما تُظهره الصورة: { $english }
result-without = ما يُستبعد من الصورة: { $negative }
result-word-for-word = تُرجم كلمةً كلمة بالقاموس المدمج، إذ لم تُجب أي خدمة ترجمة.
result-dictionary = تُرجم كلمةً كلمة بالقاموس المدمج.
result-not-translated = تعذّرت الترجمة الآن، فرسمت ما كُتب كما هو.
result-translator = ترجمة { $provider }.
result-person = بإنجليزيتك أنت.
result-draws = أنا نموذج صغير لا أعرف إلا القليل. جرّب: { $examples }
result-narrowed = لا يرسم { $model } بمقاس { $asked }: أقرب مقاس هو { $size }.
result-unheard = { $model ->
    [none] عندما يكون التوجيه 1 لا يُخبَر النموذج بما ينبغي تركه. قيمة أعلى لـ --cfg تغيّر ذلك.
   *[other] لا يمكن إخبار { $model } بما ينبغي تركه.
}
notice-lora-in-part = لا يناسب { $model } من LoRA { $lora } إلا { NUMBER($share, style: "percent") }، والباقي بلا أثر.
notice-guessed-mask = اعتبرتُ صورتك قناعًا: ما عُلّم فيها أو كان أبيض يُرسم من جديد. أرسلها دون ردّ إن أردت تغييرها هي.
notice-first-frame = الصورة التي أرسلتها متحركة: أخذتُ إطارها الأول فقط.
notice-first-page = في الملف الذي أرسلته عدة صفحات: أخذتُ صفحته الأولى فقط.
notice-read-as = قرأتُها هكذا: { $told }.
notice-no-meaning = لا شيء هنا يفعل مثل ذلك، فلم يكن له أثر: { $flags }
notice-not-here = تطلب الإعدادات ما ليس هنا: { $things }
notice-default-away = لا يمكن استخدام { $wanted } الآن، ويرسم { $model } بدلًا منه.
notice-held-back =
    { $count ->
        [zero] لم تُحجب أي صورة.
    [one] حُجبت صورة واحدة لأنها لا تناسب الجميع هنا.
        [two] حُجبت صورتان لأنهما لا تناسبان الجميع هنا.
        [few] حُجبت { $count } صور لأنها لا تناسب الجميع هنا.
        [many] حُجبت { $count } صورة لأنها لا تناسب الجميع هنا.
       *[other] حُجبت { $count } صورة لأنها لا تناسب الجميع هنا.
    }
result-deleted = 🗑 حُذفت.
result-smaller = أُرسلت أصغر بصيغة JPEG: الأصل أكبر مما تقبله هذه المحادثة.
result-not-taken = 🖼 الصورة جاهزة، لكن هذه المحادثة لا تقبلها مني. تجدها بإرسال /history إليّ في رسالة خاصة.
result-held-back = 🔒 حُجبت الصورة هنا لأنها لا تناسب الجميع.
result-facts = البذرة { $seed } · { $size } · { $steps ->
    [zero] { $steps } خطوة
    [one] خطوة واحدة
    [two] خطوتان
    [few] { $steps } خطوات
    [many] { $steps } خطوة
   *[other] { $steps } خطوة
} · { $sampler } · cfg { $cfg } · { $model }
result-redrawn = البذرة { $seed } · { $size } · { $steps ->
    [zero] { $steps } خطوة
    [one] خطوة واحدة
    [two] خطوتان
    [few] { $steps } خطوات
    [many] { $steps } خطوة
   *[other] { $steps } خطوة
} · cfg { $cfg }
result-own = { $name } { $value }
result-frames = الإطارات { $count }

## Buttons

button-cancel = ✋ إلغاء
button-reroll = 🎲 مرة أخرى
button-subtle = ✨ تنويع طفيف
button-strong = 🌀 تنويع قوي
button-remix = 📝 تعديل
button-upscale = 🔍 تكبير ×{ $times }
button-left = ⬅️ يسارًا
button-right = ➡️ يمينًا
button-up = ⬆️ أعلى
button-down = ⬇️ أسفل
button-zoom = 🔭 مشهد أوسع
button-square = ⬜ اجعلها مربعة
button-invert = 🔁 الجزء الآخر
button-use = ✅ استخدمه
button-original = 📄 الملف الأصلي
button-one = 🖼 { $number }
button-original-one = 📄 { $number }
button-delete = 🗑 حذف
button-undo = ↩️ تراجع
button-show = 🖼 عرض من جديد
button-star = ⭐ إلى المفضلة
button-again = 🎨 ارسمها من جديد
button-version = 🎨 { $number }
button-use-it = 🎨 استعمله
button-own-words = ✏️ كلماتي أنا
button-raw = كلماتي كما هي
button-edit = ✏️ تعديل الترجمة
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = أُلغي.
toast-too-late = فات الأوان: الصورة جاهزة.
toast-deleted = حُذفت.
toast-undone = عادت الصورة.
toast-starred = ⭐ صارت ضمن المفضلة: يعرض /favourites كل ما فيها.
toast-unstarred = لم تعد ضمن المفضلة.
toast-language = أتحدث العربية الآن.

## Commands

command-imagine = ارسم صورة من كلمات
command-imagine-names = ارسم, تخيل, صورة
command-morph = حوّل صورة إلى أخرى في رسم متحرك
command-morph-names = حول, تحويل, تحريك
command-history = تصفّح صورك
command-history-names = السجل, سجل, معرض, صوري
command-favourites = تصفّح صورك المفضلة
command-favourites-names = المفضلة, مفضلة, نجوم
command-info = اعرف كيف صُنعت صورة
command-info-names = معلومات, وصفة
command-upscale = كبّر صورة بتفاصيل أدق
command-upscale-names = تكبير, كبر
command-blend = امزج صورتين إلى خمس في صورة واحدة
command-blend-names = امزج, مزج, دمج
command-shorten = اعرف أي الكلمات تهم، واختصر الوصف
command-shorten-names = اختصر, اختصار
command-describe = قل بالكلمات ما تعرضه صورة
command-describe-names = صف, توصيف
command-expand = أغنِ وصفًا قصيرًا لتراه أولًا
command-expand-names = وسع, إغناء
command-show = أظهر إحدى صورك مرة أخرى برقمها
command-show-names = أظهر, عرض
command-again = ارسم إحدى صورك مرة أخرى برقمها
command-again-names = مجددا, كرر
command-cancel = أوقف صورك المنتظرة والجارية
command-cancel-names = إلغاء, الغاء, توقف
command-help = كيف يعمل هذا، وما معنى الكلمات
command-help-names = مساعدة, دليل, شرح
command-models = النماذج التي تستطيع الرسم
command-models-names = نماذج, النماذج
command-style = الأساليب: كيف تبدو الصور
command-style-names = أسلوب, أساليب
command-settings = اختر ما يسري على كل صوري
command-settings-names = إعدادات, الإعدادات
command-language = اختر اللغة التي أتحدثها
command-language-names = لغة, اللغة
command-start = إلقاء التحية
command-start-names = ابدأ, مرحبا, بداية

# Styles: what each is called
style-choose = الأساليب، { $number } من { $total }. اضغط واحدًا لوصفك القادم، أو اكتب { $flag } واسمه.
style-use = استخدمه
style-example = ثعلب
style-how = لحفظ شكل صورة، رُدّ عليها بـ /style save واسم؛ والكلمات بعد الاسم تحيط بالوصف. و /style delete مع الاسم يحذفه.
style-saved = حُفظ باسم { $flag }. وهذا ما يحيط بالوصف: { $frame }
style-full = لديك { $limit } أسلوبًا بالفعل. اكتب /style delete واسمًا لتفسح مكانًا.
style-unfit = لا يصلح “{ $name }” أسلوبًا: فيه أقواس معقوفة أو خطوط أو لا حروف فيه.
style-deleted = حُذف { $name }.
style-none = ليس لديك أسلوب اسمه { $name }.
style-save-names = احفظ, حفظ
style-delete-names = احذف, حذف
style-photo = صورة فوتوغرافية
style-portrait = بورتريه
style-cinematic = سينمائي
style-noir = فيلم نوار
style-polaroid = صورة فورية
style-macro = ماكرو
style-watercolor = ألوان مائية
style-oil = ألوان زيتية
style-gouache = غواش
style-ink = حبر
style-sketch = رسم بالرصاص
style-charcoal = فحم
style-pastel = باستيل
style-impressionist = انطباعي
style-ukiyoe = أوكييو-إه
style-woodcut = حفر على الخشب
style-glass = زجاج معشّق
style-mosaic = فسيفساء
style-batik = باتيك
style-anime = أنمي
style-manga = مانغا
style-comic = كوميكس
style-pixel = فن البكسل
style-lowpoly = مضلّعات قليلة
style-clay = صلصال
style-paper = قصّ الورق
style-neon = نيون
style-cyberpunk = سايبربانك
style-fantasy = خيال
style-vaporwave = فيبورويف

imagine-how = قل لي ماذا أرسم، بأي لغة. مثلًا:
    /imagine { $example }
form-how = اختر ما تريد أدناه، ثم أرسل كلماتك: ردًّا على هذه الرسالة، أو مباشرةً في المحادثة الخاصة.
form-edit = غيّر ما تريد أدناه ثم ارسمها من جديد، أو رُدّ على هذه الرسالة بكلمات أخرى.
form-paint = 🎨 ارسم
imagine-example = ثعلب أحمر في الثلج --ar 16:9
message-hint = أرسم ما تكتبه، بأي لغة. مثلًا:
    { $example }
forwarded-offer = هذه كلمات شخص آخر. هل أرسمها؟
changed-offer = تغيّرت الكلمات. هل أرسم هذا الآن؟
offer-drawn = حالًا.
group-hello = أهلًا بالجميع! ثلاثة أمور تستحق أن تُعرف:
    • أرسل /imagine ومعه ما تريد أن تراه، بأي لغة: أرسمه هنا ليراه الجميع.
    • رُدّ على صورة من صوري بكلمات فأغيّرها.
    • المشرفون يختارون ما يسري هنا عبر /settings chat ويحفظون النظام عبر /moderate ؛ والباقي في /help .
greeting-names = مرحبا, مرحبًا, أهلا, أهلًا, السلام عليكم, صباح الخير, مساء الخير, شكرا, شكرًا, نعم, لا, تجربة, كيف حالك, من أنت
called-how = اكتب ما تريد أن تراه قبل اسمي أو بعده مباشرة، بأي لغة، أو رُدّ به على صورة. مثلًا:
    @Lukis { $example }
history-empty = ليست لديك صور بعد. أرسل /imagine ومعه ما تريد أن تراه.
history-empty-here = لم تصنع صورًا في هذه المحادثة بعد. في محادثة خاصة معي يعرض /history كل صورك.
history-page = { $number } من { $total }
history-page-here = { $number } من { $total } في هذه المحادثة
favourites-empty = لا شيء في المفضلة بعد. زر ⭐ تحت الصورة يضيفها إليها.
favourites-empty-here = لا شيء في مفضلتك من هذه المحادثة بعد. في محادثة خاصة معي يعرض /favourites كل ما فيها.
favourites-page = ⭐ مفضلتك
favourites-page-here = ⭐ مفضلتك من هذه المحادثة
history-today = اليوم
history-yesterday = أمس, امس
found-page = 🔎 ما بحثت عنه، الأحدث أولًا
found-page-here = 🔎 ما بحثت عنه في هذه المحادثة
found-empty = لم أجد بين صورك ما يطابق ذلك.
found-empty-here = لم أجد بين صورك في هذه المحادثة ما يطابق ذلك. في محادثة خاصة معي يبحث /history في كل صورك.
cancel-none = لا شيء لديك ينتظر أو يُرسم.
cancel-done = { $count ->
    [zero] لم تُوقَف أي صورة.
    [one] أُوقفت صورة واحدة.
    [two] أُوقفت صورتان.
    [few] أُوقفت { $count } صور.
    [many] أُوقفت { $count } صورة.
   *[other] أُوقفت { $count } صورة.
}
edit-ask = رُدّ على هذه الرسالة بالنص الإنجليزي الذي تريد أن أرسمه. هو الآن:
    { $english }
info-how = ردّ على صورة بـ /info، أو أرسل صورة معه، وسأخبرك كيف صُنعت.
info-days = { $days ->
    [zero] أحذف الصور فور إرسالها.
    [one] أحتفظ بالصور يومًا واحدًا، ثم أحذفها.
    [two] أحتفظ بالصور يومين، ثم أحذفها.
    [few] أحتفظ بالصور { $days } أيام، ثم أحذفها.
    [many] أحتفظ بالصور { $days } يومًا، ثم أحذفها.
   *[other] أحتفظ بالصور { $days } يوم، ثم أحذفها.
}
info-budget = أحتفظ بالصور ما دامت كلها معًا أقل من { NUMBER($size, maximumFractionDigits: 1) } غيغابايت، وبعد ذلك تُحذف الأقدم.
quota-kind =
    { $what ->
         [work]
            { $span ->
                 [day] العمل في 24 ساعة
                *[hour] العمل في ساعة
            }
        *[pictures]
            { $span ->
                 [day] الصور في 24 ساعة
                *[hour] الصور في ساعة
            }
    }
quota-used =
    { $whose ->
         [chat] 📊 هذه المحادثة، { $kind }: { $used } من { $limit }
        *[person] 📊 أنت، { $kind }: { $used } من { $limit }
    }
upscale-how = ردّ على صورة بالأمر { $command }، أو أرسل صورة معه، فأجعل عرضها وارتفاعها ضعفين. و{ $command } 4 يجعلهما أربعة أضعاف.
blend-how = أرسل من { $least } إلى { $most } صور مع { $command }، أو عناوينها، أو ردّ على صورة بأخرى، فأرسم ما بينها.
shorten-how = اكتب وصفًا بعد { $command } فأخبرك أي كلماته تهم، مع صيغ أقصر.
shorten-told = أهم ما فيه: { $words }
shorten-short = كل كلمة فيه مهمة: لا شيء يُحذف.
describe-how = ردّ على صورة بـ { $command }، أو أرسل صورة أو عنوانها، فأقول ما فيها.
describe-told = هكذا أراها:
expand-how = اكتب وصفًا قصيرًا بعد { $command } فأجعله أغنى. تراه قبل أن يُرسم أي شيء.
expand-off = لم يُعدّ أحد هنا نموذجًا للأمر { $command }. يمكن لمن يديرني فعل ذلك عبر { $setting }.
expand-told = أغنى:
show-how = اكتب رقم الصورة بعد { $command }: { $command } 12.
again-how = اكتب رقم الصورة بعد { $command }، أو أرسله ردًّا على صورة: { $command } 12.
aside-draw = 🎨 ارسم «{ $words }»
aside-open = 🎨 ارسم معي
again-told = 📋 هذه الصورة تقول كيف صُنعت. الزر يرسمها من جديد؛ ولتغيير شيء، أرسل هذا مع تعديلاتك:
    { $command }
again-untold = هذه الصورة لا تقول كيف صُنعت: تطبيقات المحادثة تحذف ذلك من الصور، فأرسلها كملف. ولتغيير الصورة، ردّ عليها بكلمات.
again-source = صُنعت من صورة أخرى ليست في هذا الملف: أرسل الأمر ردًّا على تلك الصورة.
again-given = بصمات الصور التي صُنعت منها: { $pictures }
again-mask = الجزء الذي رُسم من جديد حُدِّد يدويًّا، ولا يمكن لأمر أن يقول ذلك: أرسل القناع نفسه معه.
again-model = النموذج { $model } ليس هنا، لذلك يرسم غيره.
again-loras = ملفات LoRA هذه ليست هنا، لذلك تُركت: { $names }
again-beyond = تُرك هذا لأنني لا أستطيعه هنا: { $things }
again-alike = صُنعت ببرنامج { $program }: صورتي ستشبهها ولن تطابقها.
again-alike-other = صُنعت ببرنامج آخر: صورتي ستشبهها ولن تطابقها.
again-marked = تحمل علامة Lukis المائية غير المرئية.
models-title = النماذج التي تستطيع الرسم:
models-line = • { $name }: { $title }
models-how = اختر واحدًا بـ --model، مثل: /imagine ثعلب أحمر --model { $name }
models-instead = من دون --model يرسم { $name }.
models-loras = ملفات LoRA، تُكتب <lora:{ $name }:0.8>: { $names }
models-triggers = بين القوسين: الكلمات التي تستدعي LoRA عند كتابتها في الوصف.
models-embeddings = ملفات Embedding، تُكتب بأسمائها: { $names }
models-tagged = ملفات Embedding أسماؤها كلمات شائعة، تُكتب <emb:{ $name }>: { $names }
models-controls = شبكات ControlNet، تُستعمل مع صورة بـ --control: { $names }
models-upscalers = للتكبير، --upscaler { $name }: { $names }
models-adapters = للشبه بصورة، مع --like على صورة: { $names }
models-hypernets = الشبكات الفائقة، تُكتب <hypernet:{ $name }:0.7>: { $names }
models-vaes = نماذج VAE، --vae { $name }: { $names }
beside-models = النماذج
beside-loras = LoRA
beside-embeddings = التضمينات
beside-controls = ControlNet
beside-likes = IP-Adapter
beside-upscalers = المكبِّرات
beside-hypernets = الشبكات الفائقة
beside-vaes = VAE
models-one = { $name }، { $number } من { $total }
models-use = استخدم هذا النموذج
models-examples = يُجيد رسم: { $words }
models-styles = أساليبه: { $words }
models-licence = الرخصة: { $name }
beside-choose = { $kind }، { $number } من { $total }: اضغط واحدًا لتستعمله في وصفك التالي.
beside-ready = جاهز لوصفك التالي. انسخه وضع كلماتك فيه:
beside-reply = جاهز لصورة. أرسل هذا ردًّا على صورة:
beside-triggers = الكلمات التي تستدعيه: { $words }
beside-back = كل الأنواع
models-renamed = بأسماء أخرى، لأن أسماءها مأخوذة: { $names }
models-passed-over = خارج القائمة (لا يرى هذا إلا المشرفون):
models-passed-over-line = • { $why } ({ $reason })
models-passed-over-more = … و{ $count } غيرها: يسمّيها كلها “{ $command }”.
language-ask = بأي لغة أتحدث؟
language-auto = كما في تطبيقي
welcome = أهلًا! أنا Lukis، أرسم صورًا من الكلمات بأي لغة.
    /imagine { $example }
    رُدّ على صورة بكلمات لتغيّرها. وفي /help المزيد.

## One person on several apps

command-link = استخدمني في تطبيق آخر بوصفك الشخص نفسه
command-link-names = ربط, اربط, وصل
command-unlink = افصل ما جمعه /link
command-unlink-names = فصل, افصل
discord-code = رمز
discord-code-help = الرمز الذي أعطيتك إياه في التطبيق الآخر. إن تُرك فارغًا: رمز جديد
button-join = 🔗 اجمعهما
account-private = هنا يقرأ آخرون أيضًا. أرسل { $command } في محادثة خاصة معي من فضلك.
link-code = 🔗 أرسل لي هذا في التطبيق الآخر خلال { $time }:
    { $command }
    عندها تصبح صورك وإعداداتك وحدودك واحدة هناك وهنا. لا تخبر به أحدًا: من يرسله يرى صورك.
link-with = معك حتى الآن: { $who }.
link-ask = هل هذا أنت أيضًا: { $who }؟ إن كان كذلك جمعت بينهما: تصبح الصور والإعدادات والحدود واحدة، ويرى كل جانب كل شيء ويمكنه حذفه. إن أرسل إليك هذا الرمز شخص آخر فاتركه.
link-done = 🔗 أنت و{ $who } الآن شخص واحد عندي. يعرض /history كل شيء. و { $command } يفصل بينكما من جديد.
link-told = 🔗 من الآن فصاعدًا { $who } هو أنت عندي، بالرمز الذي أخذته هنا. إن لم يكن أنت فأرسل { $command } فورًا.
unlink-done = أنت هنا وحدك من جديد. ما طلبته هنا يبقى هنا، وما طلبته في مكان آخر يبقى هناك. إعداداتك سارية في الجانبين.
unlink-none = لا شيء مجموع معك هنا. { $command } يفعل ذلك.
error-bad-code = هذا الرمز خاطئ أو قديم. أرسل /link في التطبيق الآخر لتحصل على رمز جديد.
error-own-code = أنت هناك الشخص نفسه أصلًا: الرمز للتطبيق الآخر.
error-too-many-guesses = كثرت الرموز الخاطئة. يمكنك تجربة رمز آخر بعد { $wait }.
error-too-many-joined = يمكنني جمع { $limit } على الأكثر. أرسل /unlink حيث لم تعد تحتاج إليه.
## Settings

settings-title = { $whose ->
    [chat] إعدادات هذه المحادثة:
   *[mine] إعداداتك:
}
settings-line = { $name }: { $value }
settings-none = لم يُضبط شيء: تُرسم الصور كما يجيدها النموذج.
settings-chats = من هذه المحادثة: { $settings }
settings-how = ما تضبطه يسري ما لم تكتب غيره: { $example } وللتراجع: { $reset }
settings-how-chat = للجميع هنا يضبطها المشرفون: { $command }
settings-choose = { $whose ->
    [chat] بماذا تُرسم صور هذه المحادثة؟
   *[mine] بماذا تُرسم صورك؟
}
settings-type = أي قيمة أخرى: { $command }
settings-pictures = 🎨 الصور
settings-language = 🌐 اللغة
settings-reset = ↩️ إعادة الكل
settings-to-chat = 👥 هذه المحادثة
settings-to-mine = 👤 إعداداتي
settings-unset = غير مضبوط
settings-back = رجوع
settings-on = نعم
settings-off = لا
settings-chat-names = محادثة, المحادثة, مجموعة
settings-reset-names = إعادة, تصفير
setting-files = { $way ->
    [on] 📎 كملف: نعم
   *[off] 📎 كملف: لا
}
setting-previews = { $way ->
    [off] 👁 المعاينة: لا
   *[on] 👁 المعاينة: نعم
}
setting-rerolls = { $way ->
    [mine] 🎲 مرة أخرى: لصاحبها
   *[all] 🎲 مرة أخرى: للجميع
}
setting-safety = { $way ->
    [spoiler] 🛡 غير اللائق: مخفي
    [block] 🛡 غير اللائق: محجوب
   *[usual] 🛡 غير اللائق: كالمعتاد
}
command-export = احصل على كل صورك وكلماتك وإعداداتك في ملف
command-export-names = تصدير, تنزيل
export-done = 📦 الصور مع كلماتها وإعداداتها: { $count }، والملفات: { $files }.
export-left = لم تدخل لأنها لم تعد موجودة أو أكبر مما يقبله هذا التطبيق: { $count }.
export-rest = هذا ما يمكنني حزمه دفعة واحدة. والباقي يصلك عبر { $command }.
export-links = كل رابط صالح لمدة { $time } لأي شخص يملكه، فاحتفظ به لنفسك.
export-over = انتهت صلاحية هذا الرابط أو لم يوجد قط. يعطيك { $command } في محادثتك معي رابطًا جديدًا.
error-not-now = أعمل على ذلك الآن. سيصلك بعد لحظات.
command-forget = اجعلني أنساك وأنسى كل ما صنعته
command-forget-names = انسني, نسيان
button-forget = 🗑 انسَ كل شيء
forget-ask = هل أنساك؟ عندها يزول هذا كله إلى الأبد: صورك والصور التي أرسلتها، وكلماتك وترجماتها، وإعداداتك وسجلك. أوقف ما يُرسم الآن، وأسحب رسائلي التي فيها صورك حيثما يسمح التطبيق. ولا يمكن لأحد التراجع عن ذلك.
    ما يبقى: صور صنعها آخرون من صورك، وملاحظات المشرفين برقم بدل اسمك، ونسخ احتياطية قد يحتفظ بها من يشغّلني.
forget-export = قبل ذلك يعطيك { $command } كل صورك في ملف.
forget-also = وينطبق ذلك أيضًا على: { $who }.
forget-done = 🗑 نسيت كل شيء. تختفي الرسائل التي فيها صورك واحدة بعد أخرى. وإن كتبت لي مجددًا فسنلتقي لأول مرة.

## Help

help-text = أرسم ما تصفه، بأي لغة. أرسل:
    /imagine { $example }
help-examples = هذه تنجح عادةً:
help-example = • { $prompt }
help-commands = ما أفهمه:
help-command = { $command } – { $help }
help-more = اختر موضوعًا، أو اسأل عن كلمة: /help { $word }
help-unknown = ليست عندي صفحة عن «{ $word }». لعلها بين هذه؟
help-flag = { $range ->
    [none] { $flag } – { $help }
   *[other] { $flag } – { $help } ({ $range })
}
help-group = • { $group }: { $names }
help-not-yet = هذا لا أستطيعه بعد.
help-back = ⬅️ رجوع

## Parameters

parameter-ratio = النسبة
parameter-ratio-help = العرض إلى الارتفاع. 16:9 عريضة، و9:16 طويلة، و1:1 مربعة.
parameter-ratio-flags = نسبة, النسبة
parameter-size = الحجم
parameter-size-help = عرض الصورة x ارتفاعها بالبكسل. يتقدّم على النسبة.
parameter-size-flags = حجم, الحجم, دقة
parameter-steps = الخطوات
parameter-steps-help = كم مرة يُنقّى التشويش. الأكثر أبطأ وأدق؛ ويكفي عادةً من 20 إلى 30.
parameter-steps-flags = خطوات, الخطوات
parameter-cfg = التوجيه
parameter-cfg-help = كم تلتزم الصورة بالوصف. المنخفض حر، والمرتفع حرفي وأقسى.
parameter-cfg-flags = توجيه, التوجيه
parameter-sampler = السامبلر
parameter-sampler-help = طريقة إزالة التشويش. ناعمة وفنية: Euler و DDIM. متغيّرة: ما فيه “a” أو “SDE”. حادّة وواقعية: DPM++ 2M و UniPC و Heun.
parameter-sampler-flags = سامبلر, السامبلر, معاين, المعاين, طريقة
parameter-seed = البذرة
parameter-seed-help = الرقم الذي يبدأ منه التشويش. البذرة نفسها والكلمات نفسها تعطي الصورة نفسها.
parameter-seed-flags = بذرة, البذرة
parameter-vary = التنويع
parameter-vary-help = كم يُستبدل من تشويش البذرة بتشويش آخر: 0 الصورة نفسها، و0.2 قريبة منها، و1 صورة أخرى. وردًّا على صورة تُنوَّع هي.
parameter-vary-flags = تنويع
parameter-upscale = التكبير
parameter-upscale-help = ردًّا على صورة أو مع صورة: كم مرة يكبر عرضها وارتفاعها.
parameter-upscale-flags = تكبير
parameter-upscaler = أداة التكبير
parameter-upscaler-help = ما الذي يكبّر الصورة: model يعيد رسمها قليلًا، وplain يزيد حدّتها، وما عداهما يسرده /models.
parameter-upscaler-flags = أداة-التكبير
parameter-noise_level = مستوى الضجيج
parameter-noise_level-help = مع مكبّر Stable Diffusion الخاص ×4: كم من الضجيج يوضع على الصورة أولًا. 0 يبقيها كلها، و20 هو المعتاد، و100 يبتكر كثيرًا.
parameter-noise_level-flags = ضجيج
parameter-variations = التنويعات
parameter-variations-help = التشويش الممزوج بعينه كما ترويه الصورة: البذور ومقدار كل منها، بترتيبها.
parameter-variations-flags = تنويعات
parameter-count = العدد
parameter-count-help = كم صورة تُرسم، ولكل واحدة بذرتها.
parameter-count-flags = عدد, العدد
parameter-negative = بدون
parameter-negative-help = ما لا ينبغي أن يظهر في الصورة.
parameter-negative-flags = بدون, دون
parameter-strength = القوة
parameter-strength-help = عند البدء من صورة: إلى أي حد نبتعد عنها. 0.3 لمسة خفيفة، و0.9 لا تُبقي إلا القليل.
parameter-strength-flags = قوة, القوة
parameter-image_cfg = الالتزام بالصورة
parameter-image_cfg-help = مع نموذج يعدّل الصور كما يُطلب منه: إلى أي حد يلتزم بالصورة. 1 بحرية، و2 لا يغيّر إلا القليل.
parameter-image_cfg-flags = التزام-بالصورة
parameter-depth = إبقاء العمق
parameter-depth-help = ردًّا على صورة أو معها، بنموذج عمق: القريب يبقى قريبًا والبعيد بعيدًا، وما عدا ذلك يتبع الكلمات. ومع --show-map يظهر ما يبقى.
parameter-depth-flags = عمق, العمق
parameter-clip_skip = تخطي الطبقات
parameter-clip_skip-help = أي طبقة من مُرمِّز النص يُصغى إليها، عدًّا من الأخيرة. كثير من نماذج الرسم يريد 2.
parameter-clip_skip-flags = تخطي-الطبقات
parameter-vae = VAE
parameter-vae-help = مُفكِّك آخر من /models يحوّل المرسوم إلى بكسلات: تتغير الألوان والتفاصيل الدقيقة.
parameter-vae-flags = مفكك
parameter-extend = توسيع
parameter-extend-help = ردًّا على صورة: كم بكسلًا تمتد خارج حوافها. وتبقى الصورة نفسها كما هي.
parameter-extend-flags = توسيع
parameter-zoom = مشهد أوسع
parameter-zoom-help = ردًّا على صورة: كم مرة يتسع المشهد حولها عرضًا وارتفاعًا.
parameter-zoom-flags = أوسع
parameter-tile = بلا فواصل
parameter-tile-help = صورة تتكرر دون فاصل ظاهر، كالبلاط والقماش وورق الجدران. مع x أفقيًّا فقط، ومع y عموديًّا فقط.
parameter-tile-flags = بلا-فواصل, تبليط
parameter-region = جزء
parameter-region-help = ردًّا على صورة أو معها: الجزء الذي يُعاد رسمه. left يسار، right يمين، top أعلى، bottom أسفل، center وسط، background خلفية؛ ويبقى الباقي.
parameter-region-flags = قناع
parameter-invert = الجزء الآخر
parameter-invert-help = ما يحدده القناع يبقى، ويُعاد رسم كل ما عداه.
parameter-invert-flags = عكس
parameter-only = فقط
parameter-only-help = ردًّا على صورة أو معها: ما الذي يُرسم من جديد فيها، بالكلمات. ترى الجزء قبل أن يُرسم أي شيء.
parameter-only-flags = فقط
parameter-control = التحكم
parameter-control-help = ردًا على صورة أو معها: ما يبقى منها بينما يُرسم ما عداه من جديد. canny وlineart وsoftedge وscribble تُبقي خطوطها، وdepth عمقها، وpose وضعيات الأجسام. يمكن ذكر عدة منها بفواصل.
parameter-control-flags = تحكم
parameter-control_weight = وزن التحكم
parameter-control_weight-help = مدى الالتزام بالصورة المعطاة: 0 لا شيء، و1 كما تعلّمت الشبكة.
parameter-control_weight-flags = وزن-التحكم
parameter-control_start = بداية التحكم
parameter-control_start-help = متى يبدأ اتباع الصورة المعطاة: 0 من الخطوة الأولى، و0.5 من المنتصف.
parameter-control_start-flags = بداية-التحكم
parameter-control_end = نهاية التحكم
parameter-control_end-help = متى يتوقف اتباع الصورة المعطاة: 1 مع الخطوة الأخيرة، و0.5 في المنتصف.
parameter-control_end-flags = نهاية-التحكم
parameter-control_raw = خريطة جاهزة
parameter-control_raw-help = الصورة المعطاة هي ما تأخذه الشبكة أصلًا، كخطوط بيضاء على أسود: لا يُستخرج منها شيء.
parameter-control_raw-flags = خريطة-جاهزة
parameter-show_map = عرض الخريطة
parameter-show_map-help = يعرض ما يؤخذ من الصورة المعطاة بدل الرسم به.
parameter-show_map-flags = عرض-الخريطة
parameter-like = مثل هذه
parameter-like-help = ردًا على صورة أو معها: ما تقوله كلماتك يُرسم على مثالها، بأسلوبها وأشيائها. يلزمه IP-Adapter.
parameter-like-flags = مثل
parameter-like_weight = الشبه
parameter-like_weight-help = كم تؤثر الصورة المعطاة إلى جانب كلماتك: 0 لا شيء، و1 لا يترك لها إلا القليل.
parameter-like_weight-flags = الشبه
parameter-like_by = IP-Adapter
parameter-like_by-help = أي IP-Adapter ينظر إلى الصورة المعطاة. يسردها /models.
parameter-like_by-flags = مثل-بواسطة
parameter-frames = الإطارات
parameter-frames-help = عدد الصور التي تقود من الأولى إلى الأخيرة: من كل وصف إلى الذي يليه وبينهما |، أو إلى بذرة أخرى أو صورة أخرى. تصل رسمًا متحركًا.
parameter-frames-flags = إطارات
parameter-loop = ذهابًا وإيابًا
parameter-loop-help = يعود الرسم المتحرك إلى بدايته قبل أن يبدأ من جديد.
parameter-loop-flags = ذهاب-وإياب
parameter-place = الموضع
parameter-place-help = إطار واحد وحده، مع | بين الأوصاف: 0 أولها، و1 آخرها، و0.5 منتصف الطريق.
parameter-place-flags = موضع
parameter-model = النموذج
parameter-model-help = أي نموذج يرسم. القائمة في /models.
parameter-model-flags = نموذج, النموذج
parameter-style = الأسلوب
parameter-style-help = كيف تبدو الصورة أيًّا كان ما فيها. يعرضها /style كلها؛ واثنان بينهما فاصلة يُستعملان معًا، و none بلا أسلوب.
parameter-style-flags = أسلوب, الأسلوب
parameter-format = صيغة الملف
parameter-format-help = نوع ملف الصورة. PNG يحفظ كل بكسل، أما JPEG وWebP وAVIF فأصغر بكثير.
parameter-format-flags = صيغة
parameter-raw = كما هو
parameter-raw-help = أعطِ الوصف للنموذج كما كُتب، دون ترجمة.
parameter-raw-flags = كما-هو, حرفيا

## The guide: its chapters

guide-prompts-title = ✍️ الأوصاف
guide-prompts = ما تقوله أنت، وكيف أقرؤه أنا.
guide-settings-title = 🎛 الإعدادات
guide-settings = المفاتيح التي تغيّر الصورة والكلمات على حالها.
guide-pictures-title = 🖼 من صورة
guide-pictures = ما يمكن صنعه من صورة موجودة.
guide-models-title = 🧠 النماذج
guide-models = من يرسم، وما الذي يمكن أن يتعلمه.
guide-inside-title = ⚙️ كيف يعمل
guide-inside = ما يحدث بين كلماتك والصورة.
guide-flags-title = 📋 كل الخيارات
guide-flags = اكتبها في أي مكان بعد كلماتك:

## The guide

guide-prompt-title = الوصف (prompt)
guide-prompt-names = وصف, الوصف, كلمات, نص, برومبت
guide-prompt = الوصف هو ما تقوله لي: الكلمات التي تصير صورة. اذكر الشيء أولًا، ثم شكله ومكانه والضوء أو الأسلوب: «ثعلب أحمر في الثلج، ضوء المساء، ألوان مائية». غيّر شيئًا واحدًا كل مرة، فترى ما تفعله كل كلمة.
guide-negative-title = الوصف السلبي
guide-negative-names = سلبي, الوصف السلبي, بدون, استبعاد
guide-negative = الوصف السلبي يقول ما ينبغي أن يبقى خارج الصورة. اكتبه بعد --no: «صورة شخصية --no نظارات، كتابة». سمِّ الأشياء نفسها: «نظارات»، لا «لا ترسم نظارات».
guide-weights-title = الأوزان
guide-weights-names = أوزان, الأوزان, وزن, تشديد, أقواس
guide-weights = بالوزن تصير الكلمة أهم من جاراتها أو أقل: (أحمر:1.4) يقوّي الأحمر، و (أحمر:0.7) يخففه. ابقَ بين 0.5 و1.5، فما بعدها تخشن الصورة. جرّب «ثعلب في (ثلج عميق:1.3)».
guide-changing-title = كلمات تتبدل
guide-changing-names = اختيار, كلمات عشوائية, أقواس معقوفة, أقواس مربعة, تناوب, جدولة
guide-changing = بالأقواس المعقوفة أختار أنا: سيارة {"{"}حمراء|زرقاء{"}"} تصير حمراء أو زرقاء، غيرها في كل مرة ولكل صورة من الألبوم، والبذرة نفسها تختار الشيء نفسه. وبالأقواس المربعة تتبدل الكلمات وأنا أرسم: [ثعلب:قطة:0.5] تبدأ ثعلبًا وتنتهي قطة، و [قطة:0.3] تضيف القطة بعد ثلث الطريق، و [قطة::0.3] تحذفها هناك، و [ثعلب|قطة] تتناوبان في كل خطوة. والعدد من 1 فما فوق يعدّ الخطوات.

guide-steps-title = الخطوات
guide-steps-names = خطوات, الخطوات, خطوة, مراحل
guide-steps = تبدأ الصورة تشويشًا خالصًا، ومع كل خطوة تصفو قليلًا. الخطوات القليلة تبدو غير مكتملة، والكثيرة تطول ثم لا يكاد يتغير شيء. جرّب 10 لمسودة سريعة و30 للصورة الأخيرة.
guide-seed-title = البذرة
guide-seed-names = بذرة, البذرة, رقم عشوائي, الصورة نفسها
guide-seed = كل صورة تنمو من تشويش عشوائي، والبذرة رقم ذلك التشويش. الكلمات نفسها والإعدادات نفسها والبذرة نفسها تعطي الصورة نفسها. أبقِ البذرة وغيّر كلمة واحدة، فلا يتغير غيرها؛ وخذ بذرة جديدة بالزر 🎲 لفكرة جديدة.
guide-guidance-title = التوجيه (CFG)
guide-guidance-names = توجيه, التوجيه, cfg, مقياس cfg
guide-guidance = التوجيه، أو CFG، هو مدى التزامي بكلماتك. القيم المنخفضة تترك مجالًا للمفاجأة، والمرتفعة تتبع كل كلمة لكن الألوان تقسو. جرّب قيمة منخفضة ومتوسطة ومرتفعة بالبذرة نفسها، مثل 2 و5 و10.
guide-sampler-title = السامبلر (sampler)
guide-sampler-names = سامبلر, السامبلر, معاين, المعاين, طريقة العينات, مجدول
guide-sampler = السامبلر هو الطريقة التي يُزال بها التشويش. هناك ثلاث مجموعات، وتتغير الصورة بتغيّر المجموعة أكثر من تغيّر الاسم. أبقِ البذرة وجرّب واحدًا من كل مجموعة.
guide-resolution-title = الحجم والنسبة
guide-resolution-names = دقة, الدقة, حجم, الحجم, نسبة, أبعاد, عرض, ارتفاع, بكسل
guide-resolution = الدقة هي عدد نقاط الصورة (البكسلات)، والنسبة هي شكلها. يرسم النموذج أفضل ما عنده قرب الحجم الذي تعلّم به؛ فإن كبر كثيرًا تكررت الأشياء. اختر الشكل واترك الحجم للنموذج.
guide-strength-title = القوة
guide-strength-names = قوة, القوة, صورة إلى صورة, img2img
guide-strength = حين تبدأ من صورة، تحدد القوة إلى أي حد أبتعد عنها. نحو 0.3 لمسة خفيفة، و0.6 إعادة رسم بالتكوين نفسه، و0.9 لا تكاد تُبقي غير الألوان. رُدّ على صورة بـ /imagine وكلماتك و --strength 0.5.

guide-variation-title = تنويع
guide-variation-names = تنويع, تنويعات, نسخة أخرى, إعادة
guide-variation = التنويع هو الفكرة نفسها مرة أخرى مع فروق صغيرة. تحت كل صورة ✨ لصورة قريبة منها، و🌀 لصورة أبعد، و🎲 لصورة جديدة من الكلمات نفسها. ومن يكتب يردّ على الصورة بـ --vary 0.3: عند 0 تبقى كما هي، وعند 1 تصير صورة أخرى. ومع --n 4 تحصل على أربع دفعة واحدة.
guide-seamless-title = بلا فواصل
guide-seamless-names = بلا فواصل, بلاط, نقش, نمط, خامة
guide-seamless = الصورة بلا فواصل تستمر خارج حوافها بنفسها: إذا رُصّت نسخها جنبًا إلى جنب صارت نقشًا واحدًا كبيرًا، كالبلاط والقماش وورق الجدران. اكتب --tile بعد كلماتك، وسمِّ ما يملأ الصورة: «زهور زرقاء وأوراق --tile». ومع --tile x تتكرر أفقيًّا فقط، كالإطار أو المشهد العريض.
guide-sweep-title = تجربة عدة قيم
guide-sweep-names = مقارنة, قارن, شبكة, ورقة تجميع, عدة قيم, تركيبات
guide-sweep = الأقواس المعقوفة التي فيها فواصل تجرّب كل كلمة: كرة {"{"}حمراء،زرقاء،خضراء{"}"} تصير ثلاث صور. ومعظم الأرقام والمعاين تقبل عدة قيم أيضًا: --steps 10,20,30، و --cfg 2..8 لمدى، و --cfg 2..8/4 لأربع قيم منه، و --sampler euler,ddim. وهي معًا تعطي كل التركيبات، حتى 16 صورة من البذرة نفسها، على ورقة واحدة؛ والرقم تحتها يفتح تلك الصورة وحدها. وأقول كم ستكون قبل أن أبدأ. وبين عددين عشريين اكتب فاصلة منقوطة: --cfg 5;7.
guide-interpolation-title = الاستيفاء
guide-interpolation-names = استيفاء, الاستيفاء, انتقال, مزج, تحول
guide-interpolation = الاستيفاء مشي من صورة إلى أخرى بخطوات صغيرة، فيصير الثعلب بومةً شيئًا فشيئًا. وهو ممكن لأن الصور المتشابهة متجاورة في الفضاء الكامن. اكتب /morph ثعلب أحمر | بومة بيضاء: تصل الإطارات رسمًا متحركًا، وبعضها على شريط تحته؛ والرقم يفتح إطاره وحده. ثلاثة أوصاف فأكثر تجعل الطريق أطول. ردّ على صورة بعبارة ‎/morph اجعلها ليلًا فيبدأ منها؛ وأرسل صورتين مع ‎/morph فتتحول الأولى إلى الثانية؛ و‎--seed 7,8 يمضي من بذرة إلى أخرى. ‎--frames 24 يجعله أنعم، و‎--loop يعيده إلى بدايته.
guide-inpainting-title = الرسم الموضعي
guide-inpainting-names = رسم موضعي, قناع, رتوش, إزالة, إصلاح, inpainting
guide-inpainting = الرسم الموضعي (inpainting) يعيد رسم جزء من الصورة فقط: تحدد منطقة، هي القناع، وتقول ما الذي مكانه هناك، ويبقى الباقي كما هو. به تُزال أشياء وتُصلح وجوه ويُضاف ما ينقص. حدّد أكثر قليلًا مما تريد تغييره، ليتبعه الضوء والظل. أو سمِّ ما تقصده: ‎--only "القبعة" ردًّا على صورة يعرض عليك الجزء أولًا، ويرسمه حين تضغط «استخدمه».
guide-editing-title = التعديل بالتعليمات
guide-editing-names = تعديل, تعليمات, تحرير, عدّل, pix2pix
guide-editing = بعض النماذج تعلّمت أن تفعل بالصورة ما يُطلب منها: «اجعله ليلًا»، «اجعل السيارة زرقاء»، «أضف قبعة». رُدّ على صورة، أو أرسل صورة من عندك، مع --model واسم نموذج كهذا، وقل ما تريد تغييره كما تقوله لإنسان. وما لا تذكره يبقى كما هو. إن كان التغيير قليلًا فأنزِل --image-cfg إلى 1.2 أو ارفع --cfg، وإن كان كثيرًا فبالعكس. أما النماذج الأخرى فتعيد رسم الصورة على كلماتك.
guide-depth-title = العمق
guide-depth-names = عمق, قريب وبعيد, تكوين, depth
guide-depth = نموذج العمق يرى كم يقرب ويبعد كل جزء من الصورة، ويرسم مشهدًا آخر على التوزيع نفسه: الغرفة تبقى غرفة، والوقفة تبقى، والكوخ يصير قلعة في مكانه. رُدّ على صورة، أو أرسل صورة من عندك، مع --depth وصِف المشهد الجديد كله. ومع --show-map يظهر ما يراه النموذج: الأبيض قريب والأسود بعيد. ‎--strength 0.6 يُبقي أكثر من الألوان القديمة، و1 لا يُبقي إلا العمق.
guide-outpainting-title = توسيع الصورة
guide-outpainting-names = توسيع, تمديد, outpainting
guide-outpainting = توسيع الصورة (outpainting) يكملها خارج حوافها: سماء أوسع، بقية الطاولة، صورة وجه تصير مشهدًا. تحت كل صورة سهم يكملها إلى جهته، و🔭 لمشهد أوسع، و⬜ لصورة مربعة؛ واضغط مرة أخرى لتمضي أبعد. ومن يكتب يردّ على الصورة، أو على صورة من عنده، بـ --extend left=128,top=64 أو --zoom 1.5. وتبقى الصورة نفسها كما هي تمامًا. وإن أضفت كلمات فصِف المشهد كله لا الجزء الجديد وحده، فيتوافق النصفان.
guide-upscaling-title = التكبير
guide-upscaling-names = تكبير, التكبير, طباعة, upscaling
guide-upscaling = التكبير (upscaling) يجعل صورة جاهزة أكبر ويضيف تفاصيل دقيقة، ولا يكتفي بمدّ نقاطها. اختر أولًا وكبّر أخيرًا، فهو يأخذ وقتًا. الطباعة الجيدة تحتاج نحو 120 نقطة لكل سنتيمتر. تحت الصورة يضاعف 🔍 عرضها وارتفاعها مرتين أو أربع مرات، والأمر /upscale يفعل ذلك بأي صورة.
guide-controlnet-title = ControlNet
guide-controlnet-names = controlnet, كونترول نت, وضعية, رسم تخطيطي, عمق
guide-controlnet = مع ControlNet تقود صورةٌ ثانية الصورةَ الأولى: خطوطها أو عمقها أو وضعية شخص فيها تحدد التكوين، وكلماتك تحدد المحتوى. رد على صورة، أو أرسل واحدة، مع كلمات و--control canny: تبقى حوافها ويتجدد ما عداها. الرسم الداكن على فاتح يُتَّبع كما هو. --control-weight 0.5 يتبعها بحرية أكبر، و--control canny,depth يأخذ شيئين معًا (ومن صورتين: من كل واحدة شيئًا)، و--show-map يعرض ما يؤخذ. الصور الواضحة البسيطة أفضل. ‏/models يذكر ما يوجد هنا.
guide-like-title = مثل صورة
guide-like-names = مثل, ip-adapter, ip adapter, أسلوب, مرجع, شبه
guide-like = الصورة أيضًا قد تكون وصفًا: كلماتك تقول ماذا يُرسم، وصورة أخرى تقول كيف. رد على صورة بكلمات و--like، أو أرسل صورة معها: ينتقل أسلوبها وألوانها وأشياؤها. أرسل صورة ردًا على صورة أخرى، مع كلمات و--like، فتُرسم الأولى على مثال صورتك. ‏--like-weight 0.3 يأخذ لمحة منها، و1 لا يترك لكلماتك إلا القليل، و0 هي الصورة العادية؛ و--seed 7 --like-weight 0,0.4,0.8 يعرضها جنبًا إلى جنب. يحتاج النموذج إلى IP-Adapter: ‏/models يسرد ما هو موجود هنا، و--like-by يختار واحدًا.

guide-model-title = النموذج
guide-model-names = نموذج, النموذج, موديل, رسام
guide-model = النموذج هو الرسّام: ملف تعلّم من صور كثيرة جدًا كيف تبدو الكلمات. هذا يجيد الصور الفوتوغرافية وذاك يجيد الرسوم. انظر ما لدينا في /models.
guide-checkpoint-title = نقطة الحفظ
guide-checkpoint-names = نقطة حفظ, تشيك بوينت, ملف النموذج, checkpoint, ckpt
guide-checkpoint = نقطة الحفظ (checkpoint) نموذجٌ حُفظ في لحظة من تعلّمه: رسّام كامل في ملف واحد من عدة غيغابايتات. يعلّمها الناس أسلوبًا ثم يتشاركونها. ومن يشغّلني يستطيع أن يضع واحدة في مجلد النماذج، فتظهر في /models.
guide-safetensors-title = Safetensors
guide-safetensors-names = safetensors, صيغة الملف
guide-safetensors = Safetensors صيغة ملفات للنماذج لا تتسع لغير الأرقام. الملفات القديمة (.ckpt) قد تخفي برنامجًا يعمل عند فتحها، وأنا لا أفتحها. حين تنزّل نموذجًا فخذ الملف الذي ينتهي بـ .safetensors.
guide-lora-title = LoRA
guide-lora-names = lora, لورا, إضافة
guide-lora = LoRA إضافة صغيرة تعلّم النموذج شيئًا واحدًا آخر: أسلوبًا أو شخصية أو منتجًا. حجمها جزء من مئة من نقطة الحفظ، وتعمل فوقها. تُكتب في الوصف هكذا: <lora:name:0.8>، والرقم يقول كم يقوى أثرها.
guide-embedding-title = التضمين
guide-embedding-names = تضمين, التضمين, embedding
guide-embedding = التضمين (embedding) ملف صغير جدًا يعطي النموذج كلمة جديدة لشيء يكاد يجيد رسمه. تستعمله بكتابة تلك الكلمة في الوصف. وأشهرها يرمز إلى مظهر معيّن أو، بعد --no، إلى كل ما يفسد عادةً.
guide-hypernetwork-title = الشبكة الفائقة
guide-hypernetwork-names = شبكة فائقة, hypernetwork
guide-hypernetwork = الشبكة الفائقة (hypernetwork) شبكة ثانية صغيرة تميل بقراءة النموذج لكلماتك، نحو أسلوب ما في الغالب. شاعت قبل LoRA، وهذه أصغر وأحسن أداءً. فإن كان لك الخيار فخذ LoRA. تُكتب في الوصف <hypernet:الاسم:0.7>، والرقم يحدد قوة تأثيرها.
guide-dreambooth-title = DreamBooth
guide-dreambooth-names = dreambooth, دريم بوث, تدريب
guide-dreambooth = DreamBooth يعلّم النموذج شخصًا أو حيوانًا أو شيئًا بعينه من بضع صور، ويعطيه كلمة خاصة. والناتج نقطة حفظ جديدة أو LoRA. عشر صور متنوعة خير من مئة متشابهة، واستأذن الناس قبل أن يتعلم نموذجٌ وجوههم.

guide-diffusion-title = الانتشار
guide-diffusion-names = انتشار, الانتشار, stable diffusion, كيف يعمل
guide-diffusion = الانتشار (diffusion) طريقتي في الرسم: أبدأ بتشويش خالص، وخطوةً خطوة أزيل ما لا يشبه كلماتك. تعلّمته بالعكس، من صور كانت تغرق في التشويش قليلًا قليلًا. لذلك تخرج الصورة من ضباب، لا ضربةَ فرشاة بعد ضربة.
guide-noise-title = التشويش
guide-noise-names = تشويش, التشويش, ضوضاء, noise
guide-noise = التشويش نقاط عشوائية كشاشة تلفاز قديم بلا بث. به تبدأ كل صورة، والبذرة تقرر أي تشويش هو. راقب صورة وهي تُرسم، ترَ التشويش يصير صورة.
guide-latent-title = الفضاء الكامن
guide-latent-names = الفضاء الكامن, كامن, latent
guide-latent = لا أرسم النقاط نفسها، بل صيغة صغيرة مكثفة من الصورة في ما يسمى الفضاء الكامن، ولا تُبسط إلا في النهاية. الأشياء المتشابهة متجاورة هناك. ولهذا أيضًا تكون أضلاع الصورة من مضاعفات 8 نقاط.
guide-render-title = التوليد (render)
guide-render-names = توليد, التوليد, رندر, سرعة, وقت, render
guide-render = التوليد هو حساب صورة من وصفها: ما أفعله بين «بدأت الرسم» والصورة الجاهزة. الخطوات والنقاط والصور الأكثر تأخذ وقتًا أطول. فجرّب الأفكار بخطوات قليلة، ثم ارسم أحسنها مرة أخرى بخطوات كثيرة.
guide-watermark-title = العلامة المائية
guide-watermark-names = علامة مائية, توقيع, بيانات وصفية, مصدر
guide-watermark = العلامة المائية تقول من أين جاءت الصورة: ظاهرةً كالتوقيع، أو مخفيةً في نقاطها أو في ملفها. الملفات الأصلية التي أرسلها تحمل كلماتها وإعداداتها في داخلها، وتطبيقات المراسلة تحذفها من الصور. اضغط 📄 إن أردت أن تحتفظ بكيفية صنع الصورة. وبدءًا من 256×256 تحمل صوري أيضًا علامة غير مرئية تقول إن آلة صنعتها؛ يجدها /info .

## When something is in the way

error-unknown = حدث خطأ عندي، عذرًا. إن أخبرت المشرف فاذكر الرقم { $incident }.
error-engine = لم ينجح الرسم، عذرًا. حاول مرة أخرى. إن أخبرت المشرف فاذكر الرقم { $incident }.
error-out-of-memory = هذه الصورة تحتاج ذاكرة أكثر من المتاح. جرّب --size أصغر. الرقم { $incident }.
error-broken-numbers = ضلّ النموذج طريقه هذه المرة. جرّب بذرة أخرى أو --cfg أقل. الرقم { $incident }.
error-device-lost = غاب الرسّام لحظة. حاول مرة أخرى. إن أخبرت المشرف فاذكر الرقم { $incident }.
error-empty-prompt = قل لي ماذا أرسم: لم أجد كلمات.
error-prompt-too-long = عدد المحارف { $length }، وأستطيع قراءة { $limit } على الأكثر.
error-too-many-texts = يتحوّل وصفك أثناء الرسم إلى أكثر من { $limit } نصًا مختلفًا. قلّل من التبديلات مثل [a|b] أو [a:b:0.5].
error-too-many-pictures = سيكون عدد الصور { $count }، وأنا أرسم { $limit } على الأكثر في المرة الواحدة. احذف بعض القيم من فضلك.
error-nothing-between = يحتاج التحويل إلى طرفين: وصفين بينهما |، أو كلمات ردًّا على صورة، أو صورتين. مثلًا: /morph ثعلب أحمر | بومة بيضاء
error-unknown-flag = { $nearest ->
    [none] لا أعرف { $flag }. كل ما أعرفه في /help.
   *[other] لا أعرف { $flag }. هل تقصد { $nearest }؟
}
error-no-setting = لا يمكن ضبط “{ $flag }” لكل الصور. تجد ما يمكن ضبطه في /settings
range = { $unit ->
    [pixels] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) } بكسل
   *[other] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }
}
error-out-of-range = { $value ->
    [none] { $flag } يحتاج إلى قيمة: { $range }.
   *[other] لا يصح { $value } مع { $flag }. جرّب { $range }.
}
error-unknown-choice = { $nearest ->
    [none] لا يوجد «{ $value }» في { $flag }. المتاح: { $choices }.
   *[other] لا يوجد «{ $value }» في { $flag }. هل تقصد { $nearest }؟ المتاح: { $choices }.
}
error-no-choices = لا يوجد «{ $value }» من أجل { $flag }: لم يُضَف هنا شيء لذلك بعد.
error-misplaced-lora = اكتب { $tag } في الوصف نفسه لا بعد { $flag }: فهو يؤثر في الصورة كلها.
error-no-image = هذا يحتاج صورة يبدأ منها: أرفق واحدة أو رُدّ على صورة.
error-surplus-image = هذه صور أكثر مما يلزم هنا: أرسل أقل.
error-no-estimator = لا شيء هنا يرى { $kind } في صورة. أرسل خريطة جاهزة مع { $flag }، أو اطلب --control canny فأنا أستخرج الخطوط بنفسي.
error-bad-image = لا أستطيع قراءة هذا الملف كصورة. الأنسب PNG أو JPEG أو WebP.
error-too-large = ستكون الصورة { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } بكسل، وأقصى ما أستطيعه { $limit } ميغابكسل: اختر معاملًا أصغر أو صورة أصغر.
error-bad-mask = { $fault ->
    [empty] لا شيء معلَّم في هذا القناع: لوّن بالأبيض ما سيتغير، واترك الباقي أسود.
    [full] الصورة كلها معلَّمة. اترك ما يجب أن يبقى، أو أرسل كلماتك بلا قناع لتغيير الصورة كلها.
    [shape] شكل هذا القناع غير شكل الصورة: قد يكون أكبر أو أصغر، لكن بنفس نسبة العرض إلى الارتفاع.
    [moving] الصورة المتحركة لا تصلح قناعًا: أرسل صورة ثابتة.
    [pages] الملف ذو الصفحات المتعددة لا يصلح قناعًا: أرسل صورة واحدة.
    [double] حدّد الجزء بطريقة واحدة فقط: بـ ‎--only، أو بقناع أو منطقة.
    [part] هذا لا يُفعل بجزء من صورة: استخدم الجزء أولًا، ثم اطلبه ردًّا على الصورة التي تنتج.
   *[unmarked] لا أجد علامة في هذه النسخة. ارسم فوق ما سيتغير بلون قوي، وأرسلها مرة أخرى.
}
error-not-in-picture = لا أجد «{ $words }» في هذه الصورة.
error-image-not-fetched = لم أستطع جلب هذه الصورة. أرسلها مرة أخرى من فضلك.
error-address-not-fetched = لم يصل شيء من عنوان الصورة. هل هو صحيح؟ يمكنك أيضًا إرسال الصورة نفسها.
error-no-words = لم أجد كلمات الآن. حاول مرة أخرى بعد قليل من فضلك.
error-address-refused = { $why ->
    [off] لا أجلب الصور من العناوين هنا. أرسل الصورة نفسها من فضلك.
   *[other] أجلب الصور من الإنترنت المفتوح فقط، عبر https أو http. أرسل الصورة نفسها من فضلك.
}
error-not-a-picture = أستطيع أن أبدأ من صورة فوتوغرافية، أو من صورة مُرسلة كملف، أو من ملصق ثابت. أما من فيديو أو صورة متحركة أو ملصق متحرك أو صوت فلا أستطيع: لقطة شاشة منه تفي بالغرض.
error-unseen = لا أرى الرسالة التي تردّ عليها: لا يُريني Discord إلا ما يُقال لي. إن كنت تقصد صورتها فافتح قائمة تلك الرسالة واختر التطبيقات؛ وإلا فاكتب لي من دون ردّ.
error-image-too-large = { $unit ->
    [megabytes] الصورة كبيرة جدًا: الحد { $limit } ميغابايت.
    [megapixels] { $limit ->
        [zero] الصورة كبيرة جدًا: الحد { $limit } ميغابكسل.
        [one] الصورة كبيرة جدًا: الحد ميغابكسل واحد.
        [two] الصورة كبيرة جدًا: الحد ميغابكسلان.
        [few] الصورة كبيرة جدًا: الحد { $limit } ميغابكسل.
        [many] الصورة كبيرة جدًا: الحد { $limit } ميغابكسل.
       *[other] الصورة كبيرة جدًا: الحد { $limit } ميغابكسل.
    }
   *[other] الصورة كبيرة جدًا: الحد { $limit }.
}
error-canvas-too-large = ستصير الصورة عندئذ { $width } × { $height } بكسل، ولا يمكن أن يزيد أي ضلع على { $limit }.
error-no-adapter = { $lacks ->
    [encoder] لا يستطيع IP-Adapter { $model } رؤية الصور بعد: ينقصه مرمّز الصور. مكان المجلد image_encoder بجانبه.
   *[adapter] لا يوجد هنا IP-Adapter للنموذج { $model }، ومن دونه لا أستطيع الرسم على مثال صورة أخرى.
}
error-bad-model = { $fault ->
    [damaged] لا يمكن استعمال النموذج { $model }: ملفه تالف أو ناقص.
    [pickle] لا يمكن استعمال النموذج { $model }: صيغته قد تخفي برنامجًا، لذلك لا أقرأ إلا ملفات .safetensors. يمكن تحويله: الطريقة في docs/models.md.
    [strange] لا يمكن استعمال النموذج { $model }: إنه من نوع لا أعرف كيف أستعمله.
    [unlike] لا يمكن استعمال { $model } هنا: فهو مصنوع لنوع آخر من النماذج.
    [unfinished] لا يمكن استعمال النموذج { $model } بعد: لم يكتمل تنزيله.
    [elsewhere] { $model } ليس نموذجًا يرسم: مكانه في مجلد آخر.
    [part] لا يستطيع { $model } الرسم وحده: إنه مجرد جزء من نموذج.
   *[other] لا يمكن استعمال النموذج { $model }.
}
error-unfit-model = { $model ->
    [none] لا يستطيع أي نموذج هنا فعل ذلك.
   *[other] النموذج { $model } لا يستطيع فعل ذلك: اختر غيره، أو لا تذكر --model.
}
error-noiseless = لا يضيف { $upscaler } ضجيجًا إلى الصورة: احذف { $flag } أو اختر أداة تكبير أخرى.
error-picture-needed = النموذج { $model } لا يرسم شيئًا دون صورة: أرفق واحدة أو رُدّ على صورة.
error-not-allowed = هذا البوت للمدعوين. لتدخل أعطِ المشرف معرّفك: { $id }
error-not-yours = هذا لشخص آخر.
error-not-found = لم يعد هذا هنا.
error-withheld = 🔒 الصورة جاهزة، لكنها لا تناسب الجميع هنا فحجبتها. جرّب كلمات أخرى.
error-unlooked = 🔒 الصورة جاهزة، لكن تعذّر التحقق من أنها تناسب الجميع هنا فحجبتها. حاول لاحقًا.
error-too-many-jobs = { $limit ->
    [zero] لا يمكن أن تنتظر لك صور الآن.
    [one] لديك صورة واحدة تنتظر. أرسل غيرها حين تجهز.
    [two] لديك صورتان تنتظران. أرسل غيرهما حين تجهز إحداهما.
    [few] لديك { $limit } صور تنتظر. أرسل غيرها حين تجهز إحداها.
    [many] لديك { $limit } صورة تنتظر. أرسل غيرها حين تجهز إحداها.
   *[other] لديك { $limit } صورة تنتظر. أرسل غيرها حين تجهز إحداها.
}
error-closing = يُعاد تشغيلي الآن. حاول بعد قليل.
error-not-for-all = 🔒 ليس مؤكدًا أن هذه الصورة تناسب الجميع، لذا لا يمكن عرضها برابط.
error-no-store = لا يمكنني حفظ أي شيء الآن، فمكان الحفظ لديّ غير متاح. أخبر من يشغّلني من فضلك، ثم حاول لاحقًا.

## In a terminal

terminal-starting = جارٍ البدء…
terminal-ready = Lukis جاهز.
terminal-page = الصفحة: { $address }
terminal-on = { $platform }: يعمل.
terminal-off = { $platform }: متوقف. لتشغيله اكتب { $setting } في .env (انظر { $file }).
terminal-open = الدخول: كل من يجد البوت يستطيع الرسم. لتغيير ذلك اكتب { $setting } في .env.
terminal-unmarked = لا تحمل علامة Lukis المائية.
terminal-head = رأس العنقود في { $address }. على كل جهاز آخر: انسخ المفتاح { $key } إليه، لمالكه وحده، ثم: { $command }
terminal-worker = انضم { $name } إلى { $address }. عدد وحدات الرسم: { $devices }.
terminal-drain = لن يتلقى { $name } شيئًا جديدًا، وسيرسم ما لديه.
terminal-drain-none = لا جهاز في العنقود اسمه { $name }. الموجود: { $names }.
terminal-drained = رسم { $name } كل ما كان لديه.
terminal-untold = لا تقول كيف صُنعت.
terminal-no-film = { $file }: يحتاج MP4 إلى ffmpeg، وهو غير موجود على هذا الجهاز. الاسم الذي ينتهي بـ .webp أو .gif يعمل بدونه.
terminal-listed = { $count ->
    [zero] الدخول: لا أحد في قائمة ALLOWED. لتغيير ذلك اكتب { $setting } في .env.
    [one] الدخول: يرسم واحد فقط من قائمة ALLOWED. لتغيير ذلك اكتب { $setting } في .env.
    [two] الدخول: يرسم اثنان فقط من قائمة ALLOWED. لتغيير ذلك اكتب { $setting } في .env.
    [few] الدخول: يرسم { $count } فقط من قائمة ALLOWED. لتغيير ذلك اكتب { $setting } في .env.
    [many] الدخول: يرسم { $count } فقط من قائمة ALLOWED. لتغيير ذلك اكتب { $setting } في .env.
   *[other] الدخول: يرسم { $count } فقط من قائمة ALLOWED. لتغيير ذلك اكتب { $setting } في .env.
}
terminal-backup = { $file }: قاعدة البيانات والصور ({ $pictures })، { NUMBER($size, maximumFractionDigits: 1) } ميغابايت.
terminal-backup-words = { $file }: قاعدة البيانات دون صور، { NUMBER($size, maximumFractionDigits: 1) } ميغابايت.
terminal-restored = عاد كل شيء كما كان في { $date }. الصور المستعادة: { $pictures }.
terminal-restored-before = قاعدة البيانات السابقة محفوظة: { $file }.
terminal-restore-occupied = توجد قاعدة بيانات بالفعل: { $file }. مع { $flag } تُفسح المكان، وتُحفظ بجانب الجديدة.
terminal-pruned = الصور المحذوفة: { $pictures }. تحرّر { NUMBER($size, maximumFractionDigits: 1) } ميغابايت.
terminal-prune-dry = صور ستُحذف: { $pictures }، { NUMBER($size, maximumFractionDigits: 1) } ميغابايت. لم يُحذف شيء.
terminal-status = Lukis { $version }، يعمل منذ { $time }. على: { $platforms }.
terminal-status-work = في الانتظار: { $waiting } · قيد الرسم: { $drawing } · قيد التسليم: { $delivering } · المتاح على القرص: { NUMBER($space, maximumFractionDigits: 1) } غيغابايت
terminal-status-device = { $device }: صفوف: { $rows } · مسارات: { $lanes } · خطوات حتى الآن: { $forwards } · نماذج حُمّلت: { $loads }
terminal-status-device-away = { $device }: لا يقبل شيئًا الآن؛ السجل يوضح السبب.
terminal-status-starting = الأجهزة ما زالت تبدأ.
terminal-status-queued = ⏳ الدور رقم { $position }
terminal-status-queued-wait = ⏳ الدور رقم { $position }: نحو { $wait }
terminal-status-delivering = 📨 قيد التسليم
terminal-status-more = … وغيرها: { $count }
terminal-status-none = لا يعمل أي Lukis على { $folder }. لتشغيله: { $command }

rented-page = صفحتك: { $address }
rented-no-page = لا يمكن الوصول إلى أي صفحة من هذا الدفتر. اكتب إلى بوتك في Telegram أو Discord.
rented-needs-token = لا يمكن الوصول إلى أي صفحة من هذا الدفتر، لذا يلزم رمز: اختر Telegram أو Discord في الخلية أعلاه.
rented-token = رمز بوتك في { $platform }. لا يُحفظ في أي مكان؛ اتركه فارغًا إن لم يكن لديك:
rented-running = ‏Lukis يعمل.
rented-off = ‏Lukis لا يعمل.
rented-stopped = انتهى Lukis. لم يضع شيء.
rented-broke = انتهى Lukis من تلقاء نفسه؛ الأسطر أعلاه تقول السبب. ثم شغّل هذه الخلية مرة أخرى.
rented-kept = الصور المحفوظة في { $folder }: { $count }.
rented-copied = عمر أحدث نسخة هناك { $minutes } دقيقة.

doctor-data = مجلد البيانات
doctor-data-free = { $folder } (غير مستعمل، بقي { NUMBER($space, maximumFractionDigits: 1) } غيغابايت)
doctor-data-used = { $folder } (يستعمله Lukis يعمل الآن، بقي { NUMBER($space, maximumFractionDigits: 1) } غيغابايت)
doctor-data-full = { $folder }: بقي { NUMBER($space, maximumFractionDigits: 1) } غيغابايت فقط، أقل من { $setting }، فلا يُقبل شيء جديد. أفرغ مساحة، أو دع الصور القديمة تُحذف (docs/keeping.md).
doctor-database = قاعدة البيانات
doctor-database-none = غير موجودة بعد؛ ينشئها أول تشغيل
doctor-database-told = الإصدار { $version }، { NUMBER($size, maximumFractionDigits: 1) } ميغابايت، نسخ ما قبل التحديثات: { $backups }
doctor-tokens = الرموز
doctor-token-missing = { $platform } غير موجود
doctor-token-works = { $platform }: أنا { $name }
doctor-token-bad = { $platform } لا يقبل الرمز. انسخه من جديد إلى { $setting } ({ $file }).
doctor-token-silent = { $platform } لا يجيب على { $address }. تحقق من الشبكة في هذا الجهاز، ومن أن لا جدار حماية أو وكيلًا يمنع ذلك.
doctor-hook-fails = لا يستطيع { $platform } الوصول إلى { $address }: { $why }. تحقق من الوكيل الذي أمامه ({ $file }). في الانتظار: { $waiting }.
doctor-chat-away = { $chat }: لست موجودًا هناك، أو لا يُسمح لي بالنظر. أضفني، أو احذفه من { $setting }.
doctor-chat-lacks = { $chat }: تنقصني صلاحيات هناك: { $rights }. امنحني إياها في إعدادات الدردشة.
doctor-clock = الساعة
doctor-clock-right = مثل ساعة { $platform }
doctor-clock-wrong = تختلف عن ساعة { $platform } بمقدار { $time }. دع النظام يضبطها من الشبكة.
doctor-clock-unknown = لا أحد للمقارنة معه
doctor-page = الصفحة
doctor-page-off = معطّلة
doctor-page-taken = برنامج آخر يستعمل المنفذ { $port }. أوقفه، أو اختر { $setting } آخر.
doctor-page-nowhere = لا يستطيع هذا الجهاز الاستماع على { $address }. اختر { $setting } آخر؛ 127.0.0.1 يعمل دائمًا.
doctor-translators = المترجمون
doctor-translators-off = لا أحد: تبقى الأوصاف كما كُتبت
doctor-translator-works = { $name } يجيب
doctor-translator-silent = { $name } لا يجيب
doctor-translators-none = لذلك تبقى الأوصاف بلغات أخرى كما هي. تحقق من الشبكة، أو ضع { $name } في { $setting }، فهو لا يحتاج إليها.
doctor-access = الدخول
doctor-access-told = { $access }، المسموح لهم: { $allowed }، المشرفون: { $admins }
doctor-quotas = الحصص
doctor-quotas-none = لا ملف: لا حد لأحد
doctor-quotas-told = { $file } (الفئات: { $classes }، أنواع المحادثات: { $chats })
doctor-torch-told = { $version } على { $devices }
doctor-cpu = المعالج
doctor-models = النماذج
doctor-cluster = العنقود
doctor-cluster-machine = { $name } ({ $address })، عدد الوحدات: { $devices }
doctor-cluster-other = يشغّل الرأس إصدارًا غير إصدار هذا الجهاز: { $differs }. ثبّت الإصدار نفسه على كليهما.
doctor-cluster-open = { $ports }: تجيب أيًّا كان بلا مفتاح. أغلقها أمام الجميع ({ $file }).
doctor-safety = فحص السلامة
doctor-safety-off = معطّل
doctor-safety-works = { $policy }، قواعد خاصة: { $chats }؛ وهو يميّز الصور
doctor-model-coming = لم يصل { $model } بعد: نُزّل { NUMBER($done, maximumFractionDigits: 2) } من { NUMBER($size, maximumFractionDigits: 2) } غيغابايت، ويُنزِّل { $command } الباقي

## The page

page-skip = إلى الوصف مباشرة
page-sections = الأقسام
page-chat = المحادثة
page-gallery = المعرض
page-language = اللغة
page-theme = فاتح أو داكن
page-headline = ماذا نرسم؟
page-tagline = صِف صورة بأي لغة. أو ابدأ بواحدة من هذه:
page-first-fox = ثعلب في الثلج
page-first-rocket = صاروخ في الفضاء
page-first-elephant = فيل أزرق على العشب
page-first-wizard = ساحر في الغابة
page-first-house = بيت في الليل
page-first-penguin = بطريق وبيتزا على الشاطئ
page-take = اكتب هذا من جديد
page-retry = عدّل وأعد المحاولة
page-earlier = كلمات سابقة
page-earlier-empty = تظهر هنا كلمات صورك متى وُجدت.
page-help = مساعدة
page-help-examples = جرّب واحدًا من هذه
page-help-options = الخيارات
page-help-option = تُكتب بعد كلماتك، مثل { $value }. ومعظمها في الإعدادات أيضًا.
page-help-keys = المفاتيح
page-keys-single = مفاتيح من حرف أو علامة واحدة
page-key-write = الكتابة
page-key-commands = الأوامر
page-key-settings = الإعدادات
page-key-help = هذه المساعدة
page-key-turn = تصفّح الصور الكبيرة
page-key-delete = حذف الصورة الكبيرة
page-key-undo = استعادة ما حُذف
page-key-close = الإغلاق، أو ترك ما تدور حوله الكلمات
page-key-before = ما كتبته من قبل، ما دام المربع فارغًا
page-advanced = متقدّم
page-how = كيف صُنعت؟
page-restore = استخدم كلماتها وإعداداتها
page-restored = كلماتها في المربع، وإعداداتها مضبوطة.
page-you = أنت:
page-prompt = ماذا نرسم
page-placeholder = صِف صورة، بأي لغة…
page-placeholder-change = ما الذي ينبغي أن يتغير؟
page-words-missing = اكتب بالكلمات كيف تريد أن تصير الصورة.
page-words-answer = اكتب إجابتك أولًا.
page-count = { $count } من { $limit } حرف
page-send = ارسم
page-attach = ابدأ من صورة
page-drop = أفلت الصورة هنا
page-settings = الإعدادات
page-settings-reset = العودة إلى التلقائي
page-auto = تلقائي
page-random = عشوائي
page-out-of-range = يجب أن يكون بين { $least } و{ $most }.
page-sampler-soft = ناعمة وفنية
page-sampler-varied = متغيّرة
page-sampler-crisp = حادّة وواقعية
page-commands = الأوامر
page-remove = إزالة
page-changing = تغيير هذه الصورة
page-answering = الرد
page-from-file = البدء من هذه الصورة
page-source = صورتك
page-change = تغييرها
page-again = هذه مرة أخرى
page-delete = احذف هذه
page-deleted = حُذفت.
page-undo = تراجع
page-open = عرضها كبيرة
page-picture = صورة
page-picture-alt = صورة: { $prompt }
page-picture-of = الصورة { $number } من { $count }: { $prompt }
page-preview = الصورة وهي تتكوّن
page-progress = التقدّم
page-newest = إلى الأحدث
page-queue = قيد العمل
page-queue-count = قيد العمل: { $count }
page-cancel-one = إلغاء: { $prompt }
page-cancel-all = إلغاء الكل
page-newer = أحدث
page-older = أقدم
page-close = إغلاق
page-previous = الصورة السابقة
page-next = الصورة التالية
page-copy-prompt = نسخ الوصف
page-copy-seed = نسخ البذرة { $seed }
page-copied = نُسخ.
page-download = تنزيل الأصل
page-part = غيِّر جزءًا
page-draw = ارسم
page-done = تم
page-redo = إعادة
page-clear = امسح الكل
page-invert = بدّل المحدَّد وغير المحدَّد
page-canvas = لوحة الرسم
page-canvas-keys = مفاتيح الأسهم تحرّك الفرشاة، والمسافة ترسم، وShift مع سهم يرسم خطًّا. زائد وناقص للتكبير والتصغير، والأقواس المربعة تغيّر الحجم، وB للفرشاة وE للممحاة.
page-brushes = الأدوات
page-brush = فرشاة
page-eraser = ممحاة
page-move = حرّك الصورة
page-brush-size = حجم الفرشاة
page-farther = تصغير
page-fit = الصورة كاملة
page-nearer = تكبير
page-colours = الألوان
page-colour-own = لونك الخاص
page-colour-black = أسود
page-colour-grey = رمادي
page-colour-white = أبيض
page-colour-red = أحمر
page-colour-orange = برتقالي
page-colour-yellow = أصفر
page-colour-green = أخضر
page-colour-blue = أزرق
page-colour-purple = بنفسجي
page-colour-pink = وردي
page-colour-brown = بني
page-marked = تغيير الجزء المخطَّط
page-marked-share = { $value } محدَّد
page-drawn = البدء من رسمك
page-placeholder-part = ماذا تريد في الجزء المخطَّط؟
page-placeholder-drawing = ماذا يمثّل هذا الرسم؟
page-mask-empty = مرّر الفرشاة أولًا فوق ما تريد تغييره.
page-mask-full = الصورة كلها محدَّدة. اترك ما يجب أن يبقى.
page-drawing-empty = ارسم شيئًا أولًا.
page-cannot-draw = لا يمكن عرض هذه الصورة هنا، فلا شيء يُرسم عليه.
page-gallery-empty = لا شيء هنا بعد. ستظهر صورك هنا بعد رسمها.
page-favourite = إلى المفضلة
page-favourites = المفضلة
page-favourites-empty = لا شيء في المفضلة بعد. زر ⭐ تحت الصورة يضيفها إليها.
page-details = عن هذه الصورة
page-made-from = صُنعت من
page-became = نتج عنها
page-copy = نسخ
page-share = مشاركة
page-shared-until = يراها كل من يملك رابطها حتى { $time }.
page-unshare = إنهاء الرابط
shared-link = لمدة { $time } يرى كل من يملك الرابط هذه الصورة وكلماتها.
shared-ended = لم يعد أي رابط يعرض هذه الصورة.
shared-drawn = رُسمت بـ Lukis من هذه الكلمات.
shared-try = ارسم صورة
shared-over = لم يعد هذا الرابط يعرض شيئًا.
page-compare = مقارنة
page-compared = مقدار ما يظهر من الصورة السابقة
page-before = قبل
page-after = بعد
about-prompt = الوصف
about-english = بالإنجليزية
about-loras = LoRA
about-created = وقت الطلب
about-seconds = استغرق رسمها
about-took = { $seconds } ث
page-search = ابحث في صورك
page-search-example = كلمات أو نموذج أو يوم…
page-search-empty = لم أجد شيئًا. قد تجد كلماتٌ أقل المزيد.
page-select = تحديد
page-select-one = تحديد: { $prompt }
page-select-most = { $limit } على الأكثر في المرة الواحدة.
page-selected = المحدد: { $count }
page-picked = الصور المحددة
page-delete-them = حذف
page-zip = تنزيل في ملف مضغوط
page-zip-large = هذا أكبر من أن يسعه ملف واحد. حدد صورًا أقل.
page-zip-gone = بعضها لم يعد هنا. أعد تحميل الصفحة من فضلك.
page-offline = Lukis لا يستجيب. أحاول من جديد…
page-not-sent = تعذّر الإرسال. هل Lukis يعمل؟
page-no-tools = تعذّر جلب هذا الجزء من الصفحة. هل Lukis يعمل؟
page-malformed = لم أستطع قراءة هذا. أعد تحميل الصفحة من فضلك.
page-too-fast = ما أسرعك! أمهلني بضع ثوانٍ.
page-cookie = تحتاج الصفحة إلى ملف تعريف ارتباط لتميّزك عن غيرك. اسمح به ثم أعد تحميلها.
page-not-vouched = لم أتمكن من معرفة من أنت. أغلق هذه الصفحة وافتحها من محادثتنا مرة أخرى من فضلك.
page-who = من أنت هنا
page-sign-in = تسجيل الدخول عبر { $platform }
page-signed-in = أنت { $name } من { $platform }: الصور نفسها والسجل نفسه.
page-sign-out = تسجيل الخروج
page-not-signed-in = لم يتم تسجيل دخولك. حاول مرة أخرى من فضلك.

## Discord

discord-prompt = الوصف
discord-prompt-help = ما تريد أن تراه، بأي لغة
input-image = صورة
input-image-help = صورة نبدأ منها: كلماتك تغيّرها
input-mask = قناع
input-mask-help = الأبيض حيث يُعاد رسم الصورة، والأسود حيث تبقى كما هي
input-other = صورة أخرى
input-other-help = مع --control بعدة أنواع: الصورة التي تؤخذ منها كلها ما عدا الأول
input-like = مثل
input-like-help = صورة تشبهها صورتك: أسلوبها وأشياؤها؛ وكلماتك تقول ما يُرسم
input-end = الصورة الأخيرة
input-end-help = مع --frames: الصورة التي تتحول إليها الأولى
discord-about = عن
discord-about-help = كلمة أو موضوع، مثل الخطوات
discord-page = صفحة
discord-page-help = أي صفحة؛ 1 هي الأحدث
discord-words = كلمات
discord-words-help = أي الصور: كلمات من وصفها أو --model أو 2026-11 أو أمس
discord-language = لغة
discord-language-help = اللغة التي أتحدثها
discord-change = تغيير
discord-change-help = مثل --steps 30 --ar 16:9 أو reset steps
discord-file = ملف
discord-file-help = الصورة، كملف
discord-second = الثانية
discord-second-help = صورة أخرى للمزج.
discord-third = الثالثة
discord-third-help = صورة أخرى للمزج.
discord-fourth = الرابعة
discord-fourth-help = صورة أخرى للمزج.
discord-fifth = الخامسة
discord-fifth-help = صورة أخرى للمزج.
discord-job = رقم
discord-job-help = رقم صورتك كما في اسم ملفها.
discord-private = خاص
discord-private-help = أرِني وحدي الصورة وكل ما ينتج عنها
discord-menu = ارسم من هذه الصورة
discord-info = كيف صُنعت هذه؟
discord-upscale = تكبير
discord-again = ارسمها مرة أخرى
discord-describe = ماذا فيها؟
discord-english = الإنجليزية التي أرسم بها
discord-no-form = لم أستطع فتح خانة كلماتك. اختر «{ $menu }» مرة أخرى من فضلك.

## For those in charge of a chat, and whoever runs me

button-report = 🚩 إبلاغ
button-remove = 🗑 إزالة
button-warn = ✋ تنبيه
button-ban = ⛔ حظر
button-dismiss = ✅ إبقاء
report-thanks = شكرًا لك. سينظر فيها المشرفون هنا.
report-nobody = لا يوجد هنا مشرف يمكنني إبلاغه.
report-many = شكرًا لك. لدى المشرفين هنا الكثير مما ينظرون فيه، فحاول لاحقًا من فضلك.
report-seen = لقد نظر المشرفون هنا في هذه الصورة.
report-told = 🚩 أُبلغ عن صورة. صاحبها { $person } في { $chat }:
report-listed = 🚩 وجدت قائمةٌ «{ $line }». صاحبها { $person } في { $chat }:
report-closed =
    { $deed ->
         [remove] ✅ أزال { $name } الصورة.
         [warn] ✅ نبّه { $name } صاحبها.
         [ban] ✅ حظر { $name } صاحبها وأزال الصورة.
        *[dismiss] ✅ أبقاها { $name } كما هي.
    }
report-done =
    { $deed ->
         [remove] أُزيلت.
         [warn] تم التنبيه.
         [ban] تم الحظر وأُزيلت الصورة.
        *[dismiss] بقيت كما هي.
    }
report-done-already = انتهى الأمر: سبقك مشرف آخر.
report-outcome =
    { $deed ->
         [remove] نظرنا فيما أبلغت عنه: أُزيلت الصورة. شكرًا لك.
         [warn] نظرنا فيما أبلغت عنه: طُلب من صاحبها مراعاة الآخرين. شكرًا لك.
         [ban] نظرنا فيما أبلغت عنه: أُزيلت الصورة ولم يعد صاحبها يرسم. شكرًا لك.
        *[dismiss] نظرنا فيما أبلغت عنه: يمكن أن تبقى الصورة. شكرًا لاهتمامك.
    }
report-warning = 🙏 يطلب منك المشرفون هنا مراعاة الآخرين: فغيرك يرى ما ترسمه.
command-moderate = للمشرفين: قوائم الكلمات والحظر والإيقاف وغيرها
command-moderate-names = إشراف, مشرف
moderate-how = ما يمكنك إرساله بصفتك مشرفًا:
    /moderate test … – ما تفعله القوائم بكلمات معينة ولماذا
    /moderate block …, spoiler …, report …, allow … – ضع كلمة في قائمة: لا تُرسم، أو تُرسم مخفية، أو تُبلَّغ بها، أو لا تُلتقط أبدًا
    /moderate lists, /moderate drop … – اعرض قوائم هذه الدردشة أو احذف كلمة منها
    /moderate ban …, unban … – امنع شخصًا بمعرّفه أو بالرد على صورة له
    /moderate limit …, unlimit – كم صورة تتسع لها ساعة أو يوم، لهذه المحادثة أو لشخص
    /moderate pause, resume – لا أقبل شيئًا جديدًا، وما بدأ يكتمل
    /moderate say … – قل شيئًا هنا باسمي
    /moderate stats, log, reports – من يرسم وكم، وما فعله المشرفون، والبلاغات المفتوحة
moderate-how-operators = /moderate broadcast …, stop – أخبر كل الدردشات بشيء، واسترجع ما لم يُرسل بعد
    الحظر والإيقاف والإحصاءات والسجل لكل الدردشات، أو لهذه وحدها إذا كتبت «here» في النهاية.
moderate-test-how = أرسل الكلمات معه: /moderate test …
moderate-test-nothing = ✅ لا تجد أي قائمة شيئًا. بالإنجليزية: { $english }
moderate-test-english = بالإنجليزية: { $english }
moderate-test-found =
    { $list ->
         [block] ⛔ لا يُرسم:
         [spoiler] 🙈 يُرسم لكنه مخفي حتى يُنقر:
        *[report] 🚩 يُرسم ويُبلَّغ المشرفون:
    } { $where ->
         [bot] «{ $line }» من قوائم كل الدردشات.
        *[chat] «{ $line }» من قوائم هذه الدردشة.
    }
moderate-lists =
    { $count ->
         [zero] لا سطور في قوائم هذه الدردشة ({ $count }).
         [one] في قوائم هذه الدردشة سطر واحد ({ $count }).
         [two] في قوائم هذه الدردشة سطران ({ $count }).
         [few] في قوائم هذه الدردشة { $count } سطور.
         [many] في قوائم هذه الدردشة { $count } سطرًا.
        *[other] في قوائم هذه الدردشة { $count } سطر.
    }
moderate-line = • { $list }: { $line }
moderate-full = قوائم هذه الدردشة ممتلئة: الحد الأقصى { $limit } من السطور.
moderate-bad-line =
    { $why ->
         [long] هذا السطر أطول من اللازم.
         [empty] لا يوجد حرف في هذا السطر.
         [pattern] هذا ليس تعبيرًا نمطيًا.
         [all] هذا يلتقط كل شيء.
        *[slow] هذا التعبير يستغرق وقتًا طويلًا مع بعض النصوص.
    }
moderate-added = ✅ صار في القائمة { $list }: { $line }
moderate-known = هو في القائمة { $list } من قبل: { $line }
moderate-dropped = ✅ لم يعد في قوائم هذه الدردشة: { $line }
moderate-no-line = ليس في قوائم هذه الدردشة: { $line }
moderate-who = من تقصد؟ رُدّ على صورة له، أو أرسل معرّفًا مثل telegram:123.
moderate-banned =
    { $where ->
         [everywhere] ⛔ لا أقبل شيئًا جديدًا من { $person } في أي دردشة.
        *[here] ⛔ لا أقبل شيئًا جديدًا من { $person } في هذه الدردشة.
    } { $count ->
         [zero] لم تُوقف أي صورة ({ $count }).
         [one] أُوقفت صورة واحدة ({ $count }).
         [two] أُوقفت صورتان ({ $count }).
         [few] أُوقفت { $count } صور.
         [many] أُوقفت { $count } صورة.
        *[other] أُوقفت { $count } صورة.
    }
moderate-banned-already = { $person } محظور من قبل.
moderate-unbanned = ✅ يمكن لـ { $person } أن يرسم من جديد.
moderate-not-banned = { $person } ليس محظورًا.
moderate-limit-how = كم، وفي أي مدة؟ لهذه المحادثة كلها: /moderate limit 50/day. لشخص، بمعرّفه أو بالرد على صورة له: /moderate limit telegram:123 5/hour. ويزيله /moderate unlimit.
moderate-limit-all = هذه المحادثة كلها
moderate-limited = ✅ { $whom } – { $kind }: { $limit }
moderate-limits = الحدود التي وضعها المشرفون هنا:
moderate-limits-none = لم يضع أي مشرف حدًا هنا.
moderate-limit-line = • { $whom } – { $kind }: { $limit }
moderate-unlimited = ✅ لم يعد هناك حد من مشرف: { $whom }
moderate-not-limited = لم يضع أي مشرف حدًا لـ { $whom }.
moderate-paused =
    { $where ->
         [everywhere] ⏸ لا أقبل شيئًا جديدًا في أي دردشة. ما بدأ يكتمل.
        *[here] ⏸ لا أقبل شيئًا جديدًا في هذه الدردشة. ما بدأ يكتمل.
    }
moderate-resumed =
    { $where ->
         [everywhere] ▶️ عدت أرسم في كل الدردشات.
        *[here] ▶️ عدت أرسم في هذه الدردشة.
    }
moderate-reports = البلاغات المفتوحة، أُرسلت إليك على انفراد: { $count }
moderate-say-how = أرسل الكلمات معه.
moderate-said = ✅ قلتها.
moderate-broadcast =
    { $count ->
         [zero] 📣 لا توجد دردشات ({ $count }).
         [one] 📣 في الطريق إلى دردشة واحدة ({ $count }).
         [two] 📣 في الطريق إلى دردشتين ({ $count }).
         [few] 📣 في الطريق إلى { $count } دردشات.
         [many] 📣 في الطريق إلى { $count } دردشة.
        *[other] 📣 في الطريق إلى { $count } دردشة.
    } يسترجع /moderate stop ما لم يُرسل بعد.
moderate-stopped =
    { $count ->
         [zero] ✋ لم يبق ما يُسترجع ({ $count }).
         [one] ✋ لن تعلم به دردشة واحدة ({ $count }).
         [two] ✋ لن تعلم به دردشتان ({ $count }).
         [few] ✋ لن تعلم به { $count } دردشات.
         [many] ✋ لن تعلم به { $count } دردشة.
        *[other] ✋ لن تعلم به { $count } دردشة.
    }
moderate-stats = آخر { $days } أيام: أشخاص { $people } · طلبات { $jobs } · صور { $pictures }
moderate-busy = ينتظر أو يُرسم الآن: { $count }
moderate-stats-line = • { $name } ({ $person }): صور { $pictures } · طلبات { $jobs }
moderate-log = ما فعله المشرفون، صفحة { $number }:
moderate-log-line = • { $when } { $name } – { $what } { $about } ({ $chat })
error-not-admin = هذا للمشرفين. إن كنت أنت من يشغّلني فضع معرّفك في ADMINS: { $id }
error-banned = قرر مشرف ألا أقبل منك شيئًا جديدًا هنا. إن رأيت في ذلك خطأ فتحدّث إليه من فضلك.
error-paused = لا أقبل شيئًا جديدًا الآن. ما ينتظر سيكتمل، فحاول لاحقًا من فضلك.
error-over-quota =
    { $whose ->
         [chat] حصلت هذه المحادثة الآن على كل ما يحق لها
        *[person] حصلت الآن على كل ما يحق لك
    } ({ $kind }: { $limit }). يتوفر مكان لهذا من جديد بعد { $wait }.
error-too-much-at-once = هذا كثير دفعة واحدة: { $asked }، وأقصى ما يتسع هو { $limit } ({ $kind }). اطلب أقل من فضلك.
error-too-large-here = هذا أكبر مما يمكنك طلبه هنا: { $size } ميغابكسل، والحد الأقصى { $limit }.
error-not-that-model = النموذج { $model } ليس مما يمكنك الرسم به هنا: { $choices }.
error-blocked = لا أرسم هذا هنا. جرّب شيئًا آخر من فضلك.
discord-order = أمر
discord-order-help = ما المطلوب. إن تُرك فارغًا: ما هو متاح
