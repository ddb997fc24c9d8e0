### Русский. Что значит каждое сообщение и какие есть правила: en.ftl и docs/interface.md.

language-name = Русский
language-names = русский, по-русски, russian

## While a job waits and runs

status-waiting = 🎨 Минутку, готовлю краски…
status-sweep = Получится картинок: { $count }.
status-morph = Получится кадров: { $count }.
status-queued = ⏳ { $position ->
    [1] Вы следующий.
   *[other] Место в очереди: { $position }.
}
status-queued-wait = ⏳ { $position ->
    [1] Вы следующий. Ждать примерно: { $wait }.
   *[other] Место в очереди: { $position }. Ждать примерно: { $wait }.
}
status-start = 🔌 Запускаю машину, это примерно: { $time }.
status-started = 🎨 Начинаю рисовать…
status-larger = 🔍 Увеличиваю до { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }
status-larger-time = 🔍 Увеличиваю до { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }, примерно { $time }
status-progress = 🎨 Рисую: { NUMBER($share, style: "percent") }
find-found = 🎯 Думаю, «{ $words }» здесь: полосатая часть рисуется заново, остальное остаётся. Пока вы не скажете, ничего не рисуется.
status-cancelled = ✋ Отменено.
status-over = ✅ Готово.
status-parting = ⏳ Это длится дольше, чем мне дано отвечать здесь. Если получится, пришлю картинку лично; в /history она есть в любом случае.

## Results

result-english = По-английски: { $english }
result-looked-for = Что я искал, по-английски: { $english }
result-joined = Вместе с тем, что уже на картинке: { $english }
result-without = Этого на картинке не будет: { $negative }
result-word-for-word = Переведено слово за словом, по встроенному словарю: сервисы перевода не ответили.
result-dictionary = Переведено слово за словом, по встроенному словарю.
result-not-translated = Сейчас перевести не удалось, поэтому нарисовано по вашим словам как есть.
result-translator = Перевод: { $provider }.
result-person = По вашему английскому тексту.
result-draws = Я маленькая модель и знаю не так уж много. Попробуйте: { $examples }
result-narrowed = { $model } не рисует { $asked }: ближайший размер – { $size }.
result-unheard = { $model ->
    [none] При силе следования 1 модель не узнаёт, чего на картинке быть не должно. С --cfg побольше узнаёт.
   *[other] Модели { $model } нельзя сказать, чего на картинке быть не должно.
}
notice-lora-in-part = Для { $model } подходит только { NUMBER($share, style: "percent") } файла LoRA { $lora }; остальное не действует.
notice-guessed-mask = Вашу картинку я принял за маску: отмеченное или белое на ней рисуется заново. Если изменить надо её саму, пришлите её не в ответ.
notice-first-frame = Присланная картинка движется: я взял только её первый кадр.
notice-first-page = В присланном файле несколько страниц: я взял только первую.
notice-read-as = Прочитано так: { $told }.
notice-no-meaning = Здесь ничего подобного нет, поэтому пропущено: { $flags }
notice-not-here = В настройках есть то, чего здесь нет: { $things }
notice-default-away = Модель { $wanted } сейчас недоступна, вместо неё рисует { $model }.
notice-held-back =
    { $count ->
        [one] { $count } картинка не показана: здесь она подходит не всем.
        [few] { $count } картинки не показаны: здесь они подходят не всем.
       *[many] { $count } картинок не показано: здесь они подходят не всем.
    }
result-deleted = 🗑 Удалено.
result-smaller = Отправлено в уменьшенном виде, в JPEG: оригинал слишком велик для этого чата.
result-not-taken = 🖼 Картинка готова, но этот чат её от меня не принимает. Отправьте мне /history личным сообщением, и вы её увидите.
result-held-back = 🔒 Здесь я её не показываю: она подходит не всем.
result-facts = сид { $seed } · { $size } · { $steps ->
    [one] { $steps } шаг
    [few] { $steps } шага
    [many] { $steps } шагов
   *[other] { $steps } шага
} · { $sampler } · cfg { $cfg } · { $model }
result-redrawn = сид { $seed } · { $size } · { $steps ->
    [one] { $steps } шаг
    [few] { $steps } шага
    [many] { $steps } шагов
   *[other] { $steps } шага
} · cfg { $cfg }
result-own = { $name } { $value }
result-frames = кадров { $count }

## Buttons

button-cancel = ✋ Отменить
button-reroll = 🎲 Ещё раз
button-subtle = ✨ Чуть иначе
button-strong = 🌀 Совсем иначе
button-remix = 📝 Править
button-upscale = 🔍 Увеличить ×{ $times }
button-left = ⬅️ Влево
button-right = ➡️ Вправо
button-up = ⬆️ Вверх
button-down = ⬇️ Вниз
button-zoom = 🔭 Отдалить
button-square = ⬜ Сделать квадратной
button-invert = 🔁 Другая часть
button-use = ✅ Рисовать
button-original = 📄 Исходный файл
button-one = 🖼 { $number }
button-original-one = 📄 { $number }
button-delete = 🗑 Удалить
button-undo = ↩️ Вернуть
button-show = 🖼 Показать снова
button-star = ⭐ В избранное
button-again = 🎨 Нарисовать ещё раз
button-version = 🎨 { $number }
button-use-it = 🎨 Взять это
button-own-words = ✏️ Мои слова
button-raw = Оставить мои слова
button-edit = ✏️ Поправить перевод
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = Отменено.
toast-too-late = Поздно: картинка уже готова.
toast-deleted = Удалено.
toast-undone = Снова на месте.
toast-starred = ⭐ Теперь в избранном: /favourites покажет всё.
toast-unstarred = Больше не в избранном.
toast-language = Теперь я говорю по-русски.

## Commands

command-imagine = Нарисовать картинку по словам
command-imagine-names = нарисуй, рисуй, вообрази, представь
command-morph = Превратить одну картинку в другую, анимацией
command-morph-names = морфинг, превращение, анимация
command-history = Посмотреть свои картинки
command-history-names = история, галерея
command-favourites = Посмотреть избранное
command-favourites-names = избранное, звёзды, звезды
command-info = Узнать, как сделана картинка
command-info-names = инфо, рецепт
command-upscale = Увеличить картинку, добавив деталей
command-upscale-names = увеличить, апскейл
command-blend = Смешать от двух до пяти картинок в одну
command-blend-names = смешать, соединить, слить
command-shorten = Узнать, какие слова важны, и сократить промпт
command-shorten-names = сократить, короче
command-describe = Сказать словами, что на картинке
command-describe-names = описать, опиши
command-expand = Сделать короткий промпт богаче, сначала посмотреть
command-expand-names = расширить, обогатить
command-show = Показать свою картинку ещё раз, по номеру
command-show-names = показать, покажи
command-again = Нарисовать свою картинку ещё раз, по номеру
command-again-names = снова, повтори
command-cancel = Остановить то, что ждёт или рисуется
command-cancel-names = отмена, стоп, отменить
command-help = Как это работает и что значат слова
command-help-names = помощь, справка
command-models = Какие модели умеют рисовать
command-models-names = модели
command-style = Стили: как выглядят картинки
command-style-names = стиль, стили
command-settings = Выбрать, что действует для всех моих картинок
command-settings-names = настройки
command-language = Выбрать язык, на котором я говорю
command-language-names = язык
command-start = Поздороваться
command-start-names = начать, привет

# Styles: what each is called
style-choose = Стили, { $number } из { $total }. Нажмите на один для следующего промпта или напишите { $flag } и его имя.
style-use = Взять
style-example = лиса
style-how = Чтобы сохранить вид картинки, ответьте на неё /style save и именем; слова после имени окружат промпт. /style delete и имя удалит стиль.
style-saved = Сохранено как { $flag }. Вокруг промпта будет: { $frame }
style-full = У вас уже стилей: { $limit }. Место освободит /style delete и имя.
style-unfit = «{ $name }» не может быть стилем: там скобки, черта или нет букв.
style-deleted = Стиль { $name } удалён.
style-none = У вас нет стиля { $name }.
style-save-names = сохранить
style-delete-names = удалить, забыть
style-photo = Фото
style-portrait = Портрет
style-cinematic = Кино
style-noir = Нуар
style-polaroid = Моментальное фото
style-macro = Макросъёмка
style-watercolor = Акварель
style-oil = Масло
style-gouache = Гуашь
style-ink = Тушь
style-sketch = Карандаш
style-charcoal = Уголь
style-pastel = Пастель
style-impressionist = Импрессионизм
style-ukiyoe = Укиё-э
style-woodcut = Гравюра на дереве
style-glass = Витраж
style-mosaic = Мозаика
style-batik = Батик
style-anime = Аниме
style-manga = Манга
style-comic = Комикс
style-pixel = Пиксельная графика
style-lowpoly = Низкополигональный
style-clay = Пластилин
style-paper = Из бумаги
style-neon = Неон
style-cyberpunk = Киберпанк
style-fantasy = Фэнтези
style-vaporwave = Вейпорвейв

imagine-how = Напишите, что нарисовать, на любом языке. Например:
    /imagine { $example }
form-how = Выберите ниже, что хотите. Потом пришлите слова: в ответ на это сообщение, а в личном чате просто следующим.
form-edit = Измените ниже, что хотите, и нарисуйте ещё раз; или ответьте на это сообщение другими словами.
form-paint = 🎨 Нарисовать
imagine-example = рыжая лиса на снегу --ar 16:9
message-hint = Я рисую то, что вы напишете, на любом языке. Например:
    { $example }
forwarded-offer = Это чужие слова. Нарисовать их?
changed-offer = Слова изменились. Нарисовать теперь это?
offer-drawn = Уже рисую.
group-hello = Всем привет! Три вещи, которые стоит знать:
    • /imagine и то, что хотите увидеть, на любом языке: я нарисую это здесь, у всех на виду.
    • Ответьте на мою картинку словами, и я её изменю.
    • Администраторы выбирают, что здесь действует, с помощью /settings chat и следят за порядком с помощью /moderate; остальное расскажет /help.
greeting-names = привет, здравствуй, здравствуйте, добрый день, добрый вечер, доброе утро, спасибо, да, нет, ок, тест, как дела, кто ты, пока
called-how = Напишите, что хотите увидеть, сразу перед моим именем или после него, на любом языке, или ответьте так на картинку. Например:
    @Lukis { $example }
history-empty = Картинок пока нет. Отправьте /imagine и то, что хотите увидеть.
history-empty-here = В этом чате у вас пока нет картинок. В личном чате со мной /history покажет все ваши картинки.
history-page = { $number } из { $total }
history-page-here = { $number } из { $total } в этом чате
favourites-empty = В избранном пока пусто. Кнопка ⭐ под картинкой добавит её туда.
favourites-empty-here = Из этого чата в избранном пока ничего нет. В личном чате со мной /favourites покажет всё ваше избранное.
favourites-page = ⭐ Ваше избранное
favourites-page-here = ⭐ Ваше избранное из этого чата
history-today = сегодня
history-yesterday = вчера
found-page = 🔎 Что нашлось, сначала новое
found-page-here = 🔎 Что нашлось в этом чате
found-empty = Таких картинок у вас не нашлось.
found-empty-here = В этом чате таких ваших картинок не нашлось. В личном чате со мной /history ищет среди всех.
cancel-none = У вас ничего не ждёт и не рисуется.
cancel-done = { $count ->
    [one] Остановлена { $count } картинка.
    [few] Остановлены { $count } картинки.
    [many] Остановлено { $count } картинок.
   *[other] Остановлено { $count } картинки.
}
edit-ask = Ответьте на это сообщение английским текстом, по которому рисовать. Сейчас он такой:
    { $english }
info-how = Ответьте на картинку командой /info или пришлите её вместе с командой, и я расскажу, как она сделана.
info-days = { $days ->
    [one] Я храню картинки { $days } день, а потом удаляю.
    [few] Я храню картинки { $days } дня, а потом удаляю.
    [many] Я храню картинки { $days } дней, а потом удаляю.
   *[other] Я храню картинки { $days } дня, а потом удаляю.
}
info-budget = Я храню картинки, пока вместе они занимают меньше { NUMBER($size, maximumFractionDigits: 1) } ГБ; потом самые старые удаляются.
quota-kind =
    { $what ->
         [work]
            { $span ->
                 [day] работы за 24 часа
                *[hour] работы за час
            }
        *[pictures]
            { $span ->
                 [day] картинок за 24 часа
                *[hour] картинок за час
            }
    }
quota-used =
    { $whose ->
         [chat] 📊 Этот чат, { $kind }: { $used } из { $limit }
        *[person] 📊 Вы, { $kind }: { $used } из { $limit }
    }
upscale-how = Ответьте на картинку командой { $command } или пришлите её вместе с командой, и я сделаю её вдвое шире и выше. { $command } 4 – вчетверо.
blend-how = Пришлите от { $least } до { $most } картинок с { $command }, можно и адресами, или ответьте на одну другой — и я нарисую то, что между ними.
shorten-how = Напишите промпт после { $command }, и я скажу, какие слова важны, и предложу короче.
shorten-told = Важнее всего: { $words }
shorten-short = Важно каждое слово: убрать нечего.
describe-how = Ответьте на картинку { $command } или пришлите её или её адрес, и я скажу, что на ней.
describe-told = Вот что я вижу:
expand-how = Напишите короткий промпт после { $command }, и я сделаю его богаче. Вы увидите его до рисования.
expand-off = Здесь никто не настроил модель для { $command }. Это может сделать мой администратор с помощью { $setting }.
expand-told = Богаче:
show-how = Напишите номер картинки после { $command }: { $command } 12.
again-how = Напишите номер картинки после { $command } или отправьте это ответом на картинку: { $command } 12.
aside-draw = 🎨 Нарисовать «{ $words }»
aside-open = 🎨 Рисовать со мной
again-told = 📋 Эта картинка говорит, как она сделана. Кнопка нарисует её ещё раз; чтобы что-то изменить, отправьте это со своими правками:
    { $command }
again-untold = Эта картинка не говорит, как она сделана: чаты убирают это из фотографий, поэтому пришлите её файлом. Чтобы изменить картинку, ответьте на неё словами.
again-source = Она сделана из другой картинки, которой в файле нет: отправьте команду в ответ на ту.
again-given = Хеши картинок, из которых она сделана: { $pictures }
again-mask = Часть, которую рисовали заново, отметили от руки, а этого команда сказать не может: отправьте с ней и ту же маску.
again-model = Модели { $model } здесь нет, поэтому рисует другая.
again-loras = Этих LoRA здесь нет, они пропущены: { $names }
again-beyond = Пропущено, потому что здесь я так не умею: { $things }
again-alike = Сделано в { $program }: у меня выйдет похоже, но не точно так же.
again-alike-other = Сделано в другой программе: у меня выйдет похоже, но не точно так же.
again-marked = В ней есть невидимый водяной знак Lukis.
models-title = Модели, которые умеют рисовать:
models-line = • { $name }: { $title }
models-how = Выберите с помощью --model, например: /imagine рыжая лиса --model { $name }
models-instead = Без --model рисует { $name }.
models-loras = LoRA, пишутся <lora:{ $name }:0.8>: { $names }
models-triggers = В скобках – слова, которые вызывают LoRA, если написать их в запросе.
models-embeddings = Эмбеддинги, пишутся по имени: { $names }
models-tagged = Эмбеддинги с обычными словами вместо имён, пишутся <emb:{ $name }>: { $names }
models-controls = ControlNet, к картинке с --control: { $names }
models-upscalers = Увеличители, --upscaler { $name }: { $names }
models-adapters = IP-Adapter, с --like и картинкой: { $names }
models-hypernets = Гиперсети, пишутся <hypernet:{ $name }:0.7>: { $names }
models-vaes = VAE, --vae { $name }: { $names }
beside-models = Модели
beside-loras = LoRA
beside-embeddings = Эмбеддинги
beside-controls = ControlNet
beside-likes = IP-Adapter
beside-upscalers = Увеличители
beside-hypernets = Гиперсети
beside-vaes = VAE
models-one = { $name }, { $number } из { $total }
models-use = Взять эту модель
models-examples = Хорошо рисует: { $words }
models-styles = Её стили: { $words }
models-licence = Лицензия: { $name }
beside-choose = { $kind }, { $number } из { $total }: нажмите, чтобы взять в следующий промпт.
beside-ready = Готово для следующего промпта. Скопируйте и впишите свои слова:
beside-reply = Готово для картинки. Отправьте это в ответ на неё:
beside-triggers = Слова, которые вызывают нужное: { $words }
beside-back = Все виды
models-renamed = Названы иначе, так как имя занято другим: { $names }
models-passed-over = Нет в списке (это видят только администраторы):
models-passed-over-line = • { $why } ({ $reason })
models-passed-over-more = … и ещё { $count }: «{ $command }» назовёт все.
language-ask = На каком языке мне говорить?
language-auto = Как в приложении
welcome = Здравствуйте! Я Lukis и рисую картинки по словам на любом языке.
    /imagine { $example }
    Ответьте на картинку словами, чтобы её изменить. Подробнее: /help

## One person on several apps

command-link = Быть тем же человеком в другом приложении
command-link-names = связать, объединить, привязать
command-unlink = Разделить то, что объединила /link
command-unlink-names = отвязать, разделить
discord-code = код
discord-code-help = Код, который я дал в другом приложении. Пусто: новый код
button-join = 🔗 Объединить
account-private = Здесь читают и другие. Отправьте мне { $command } в личном чате, пожалуйста.
link-code = 🔗 Отправьте мне это в другом приложении. Код действует { $time }:
    { $command }
    Тогда картинки, настройки и лимиты там и здесь станут общими. Никому его не говорите: кто его отправит, увидит ваши картинки.
link-with = Уже вместе с вами: { $who }.
link-ask = Это тоже вы: { $who }? Если да, я объединю обоих: картинки, настройки и лимиты станут общими, и с каждой стороны их можно видеть и удалять. Если код прислал вам кто-то другой, не нажимайте.
link-done = 🔗 Теперь вы и { $who } для меня один человек. /history покажет всё. { $command } разделит снова.
link-told = 🔗 По коду, который вы получили здесь, { $who } теперь для меня тот же человек, что и вы. Если это не вы, сразу отправьте { $command }.
unlink-done = Здесь вы снова сами по себе. Что вы просили здесь, остаётся здесь; что просили в другом месте, остаётся там. Настройки сохранятся с обеих сторон.
unlink-none = Здесь с вами ничего не объединено. Это делает { $command }.
error-bad-code = Код неверный или устарел. Отправьте /link в другом приложении, и я дам новый.
error-own-code = Там вы уже тот же человек: код нужен в другом приложении.
error-too-many-guesses = Слишком много неверных кодов. Следующий можно попробовать через { $wait }.
error-too-many-joined = Больше { $limit } объединить нельзя. Отправьте /unlink там, где это больше не нужно.
## Settings

settings-title = { $whose ->
    [chat] Настройки этого чата:
   *[mine] Ваши настройки:
}
settings-line = { $name }: { $value }
settings-none = Ничего не настроено: картинки выходят так, как модель рисует лучше всего.
settings-chats = От этого чата: { $settings }
settings-how = Настройки действуют, пока вы не напишете иначе: { $example }. Вернуть как было: { $reset }.
settings-how-chat = Для всех здесь их задают админы: { $command }.
settings-choose = { $whose ->
    [chat] Чем рисовать картинки в этом чате?
   *[mine] Чем рисовать ваши картинки?
}
settings-type = Любое другое значение: { $command }
settings-pictures = 🎨 Картинки
settings-language = 🌐 Язык
settings-reset = ↩️ Сбросить всё
settings-to-chat = 👥 Этот чат
settings-to-mine = 👤 Мои
settings-unset = Не задано
settings-back = Назад
settings-on = да
settings-off = нет
settings-chat-names = чат, группа
settings-reset-names = сброс, сбросить
setting-files = { $way ->
    [on] 📎 Файлом: да
   *[off] 📎 Файлом: нет
}
setting-previews = { $way ->
    [off] 👁 Предпросмотр: нет
   *[on] 👁 Предпросмотр: да
}
setting-rerolls = { $way ->
    [mine] 🎲 Ещё раз: автор
   *[all] 🎲 Ещё раз: все
}
setting-safety = { $way ->
    [spoiler] 🛡 Неприличное: скрыть
    [block] 🛡 Неприличное: нет
   *[usual] 🛡 Неприличное: как тут
}
command-export = Получить все ваши картинки, слова и настройки файлом
command-export-names = экспорт, скачать
export-done = 📦 Картинок со словами и параметрами: { $count }, файлов: { $files }.
export-left = Не вошли, потому что их уже нет или они слишком велики для этого приложения: { $count }.
export-rest = Больше за один раз не упаковать. Остальное придёт по { $command }.
export-links = Каждая ссылка действует { $time } для любого, у кого она есть: никому её не передавайте.
export-over = Эта ссылка больше не действует или её не было. { $command } в чате со мной даст новую.
error-not-now = Я уже собираю. Скоро пришлю.
command-forget = Забыть вас и всё, что вы сделали
command-forget-names = забыть, забудь, удалить-всё
button-forget = 🗑 Забыть всё
forget-ask = Забыть вас? Тогда навсегда исчезнут ваши картинки и те, что вы присылали, ваши слова и их переводы, настройки и история. Что рисуется сейчас, я остановлю, а свои сообщения с вашими картинками уберу везде, где приложение это позволит. Отменить это не сможет никто.
    Что останется: картинки, которые другие сделали из ваших, записи админов с номером вместо имени и резервные копии, если их хранит тот, кто мной управляет.
forget-export = До этого { $command } отдаст все ваши картинки файлом.
forget-also = Это касается и их: { $who }.
forget-done = 🗑 Забыто. Сообщения с вашими картинками исчезнут одно за другим. Если напишете снова, мы познакомимся впервые.

## Help

help-text = Я рисую то, что вы описываете, на любом языке. Отправьте:
    /imagine { $example }
help-examples = Вот что хорошо получается:
help-example = • { $prompt }
help-commands = Что я понимаю:
help-command = { $command } – { $help }
help-more = Выберите тему или спросите о слове: /help { $word }
help-unknown = Страницы о «{ $word }» у меня нет. Может быть, она среди этих?
help-flag = { $range ->
    [none] { $flag } – { $help }
   *[other] { $flag } – { $help } ({ $range })
}
help-group = • { $group }: { $names }
help-not-yet = Этого я пока не умею.
help-back = ⬅️ Назад

## Parameters

parameter-ratio = Пропорции
parameter-ratio-help = Ширина к высоте. 16:9 – широкая, 9:16 – высокая, 1:1 – квадратная.
parameter-ratio-flags = пропорции, формат
parameter-size = Размер
parameter-size-help = Ширина x высота картинки в пикселях. Важнее пропорций.
parameter-size-flags = размер, разрешение
parameter-steps = Шаги
parameter-steps-help = Сколько раз очищать шум. Больше – медленнее и тоньше; обычно хватает от 20 до 30.
parameter-steps-flags = шаги, шагов
parameter-cfg = Точность
parameter-cfg-help = Насколько строго картинка следует словам. Мало – свободнее, много – буквальнее и резче.
parameter-cfg-flags = точность
parameter-sampler = Сэмплер
parameter-sampler-help = Способ убирать шум. Мягкие и живописные: Euler, DDIM. Изменчивые: с буквой «a» или «SDE». Чёткие и реалистичные: DPM++ 2M, UniPC, Heun.
parameter-sampler-flags = сэмплер, семплер
parameter-seed = Сид
parameter-seed-help = Число, с которого начинается шум. Те же слова и тот же сид дают ту же картинку.
parameter-seed-flags = сид, зерно
parameter-vary = Вариация
parameter-vary-help = Какую часть шума сида заменить другим шумом: 0 – та же картинка, 0.2 – очень похожая, 1 – другая. В ответ на картинку меняется она сама.
parameter-vary-flags = вариация
parameter-upscale = Увеличение
parameter-upscale-help = В ответ на картинку или вместе с ней: во сколько раз она станет шире и выше.
parameter-upscale-flags = увеличить, увеличение
parameter-upscaler = Увеличитель
parameter-upscaler-help = Чем увеличивать картинку: model немного перерисовывает её, plain делает резче, остальные показывает /models.
parameter-upscaler-flags = увеличитель
parameter-noise_level = Уровень шума
parameter-noise_level-help = С собственным увеличителем ×4 от Stable Diffusion: сколько шума он сначала добавит к картинке. 0 – останется всё, 20 – обычно, 100 – многое придумает.
parameter-noise_level-flags = шум
parameter-variations = Вариации
parameter-variations-help = Сам шум, который подмешан, как о нём говорит картинка: сиды и доля каждого, по порядку.
parameter-variations-flags = вариации
parameter-count = Количество
parameter-count-help = Сколько картинок нарисовать, каждую со своим сидом.
parameter-count-flags = количество, штук
parameter-negative = Без
parameter-negative-help = Чего на картинке быть не должно.
parameter-negative-flags = без, негатив
parameter-strength = Сила
parameter-strength-help = Если начинать с картинки: насколько далеко от неё уйти. 0.3 – подправить, 0.9 – почти ничего не оставить.
parameter-strength-flags = сила
parameter-image_cfg = Верность картинке
parameter-image_cfg-help = Для модели, которая правит картинки, как ей скажут: насколько она держится картинки. 1 – свободно, 2 – почти без изменений.
parameter-image_cfg-flags = верность
parameter-depth = Сохранить глубину
parameter-depth-help = В ответ на картинку или вместе с ней, с моделью глубины: близкое остаётся близким, далёкое – далёким, остальное следует словам. --show-map показывает, что сохраняется.
parameter-depth-flags = глубина
parameter-clip_skip = Пропуск слоёв
parameter-clip_skip-help = Какой слой текстового кодировщика слушать, считая с последнего. Многим рисованным моделям нужен 2.
parameter-clip_skip-flags = клип-скип, пропуск-слоёв
parameter-vae = VAE
parameter-vae-help = Другой декодер из /models превращает нарисованное в пиксели: меняются цвета и мелкие детали.
parameter-vae-flags = декодер
parameter-extend = Расширение
parameter-extend-help = В ответ на картинку: на сколько пикселей продолжить её за края. Сама картинка останется как есть.
parameter-extend-flags = расширить, расширение
parameter-zoom = Отдаление
parameter-zoom-help = В ответ на картинку: во сколько раз шире и выше станет сцена вокруг неё.
parameter-zoom-flags = отдалить, отдаление
parameter-tile = Без швов
parameter-tile-help = Картинка, которая повторяется без шва, как плитка, ткань или обои. С x – только вбок, с y – только вверх и вниз.
parameter-tile-flags = без-швов, плитка
parameter-region = Часть
parameter-region-help = В ответ на картинку или вместе с ней: какая часть рисуется заново. left слева, right справа, top сверху, bottom снизу, center в середине или background фон; остальное не меняется.
parameter-region-flags = маска
parameter-invert = Другая часть
parameter-invert-help = Отмеченное маской остаётся, всё прочее рисуется заново.
parameter-invert-flags = наоборот
parameter-only = Только
parameter-only-help = В ответ на картинку или вместе с ней: что на ней рисуется заново, словами. Вы видите эту часть до того, как что-то нарисуется.
parameter-only-flags = только
parameter-control = Контроль
parameter-control-help = В ответ на картинку или вместе с ней: что от неё остаётся, пока остальное рисуется заново. canny, lineart, softedge и scribble сохраняют линии, depth — пространство, pose — позы. Несколько — через запятую.
parameter-control-flags = контроль
parameter-control_weight = Сила контроля
parameter-control_weight-help = Насколько строго следовать данной картинке: 0 — совсем нет, 1 — как сеть обучена.
parameter-control_weight-flags = сила-контроля
parameter-control_start = Контроль с
parameter-control_start-help = Когда начинать следовать данной картинке: 0 — с первого шага, 0.5 — с середины.
parameter-control_start-flags = начало-контроля
parameter-control_end = Контроль до
parameter-control_end-help = Когда перестать следовать данной картинке: 1 — с последним шагом, 0.5 — в середине.
parameter-control_end-flags = конец-контроля
parameter-control_raw = Готовая карта
parameter-control_raw-help = Данная картинка — уже то, что нужно сети, например белые линии на чёрном: в ней ничего не обводится.
parameter-control_raw-flags = готовая-карта
parameter-show_map = Показать карту
parameter-show_map-help = Показывает, что берётся из данной картинки, вместо того чтобы рисовать по ней.
parameter-show_map-flags = показать-карту
parameter-like = Как здесь
parameter-like-help = В ответ на картинку или вместе с ней: то, что говорят слова, рисуется по её подобию, в её стиле и с её предметами. Нужен IP-Adapter.
parameter-like-flags = как
parameter-like_weight = Сходство
parameter-like_weight-help = Сколько значит данная картинка рядом со словами: 0 – ничего, 1 – словам остаётся мало.
parameter-like_weight-flags = сходство
parameter-like_by = IP-Adapter
parameter-like_by-help = Какой IP-Adapter смотрит на данную картинку. Их перечисляет /models.
parameter-like_by-flags = как-чем
parameter-frames = Кадры
parameter-frames-help = Сколько картинок ведут от первой к последней: от каждого описания к следующему, если между ними |, или к другому сиду или картинке. Они придут анимацией.
parameter-frames-flags = кадры
parameter-loop = Туда и обратно
parameter-loop-help = Анимация возвращается к началу, прежде чем пойти снова.
parameter-loop-flags = туда-обратно
parameter-place = Место
parameter-place-help = Один кадр, если между описаниями стоит |: 0 – первое, 1 – последнее, 0.5 – середина пути.
parameter-place-flags = место
parameter-model = Модель
parameter-model-help = Какая модель рисует. Список: /models
parameter-model-flags = модель
parameter-style = Стиль
parameter-style-help = Как выглядит картинка, что бы на ней ни было. Все есть в /style; два через запятую сочетаются, none значит без стиля.
parameter-style-flags = стиль
parameter-format = Формат файла
parameter-format-help = Каким будет файл картинки. PNG хранит каждый пиксель; JPEG, WebP и AVIF гораздо меньше.
parameter-format-flags = формат
parameter-raw = Как есть
parameter-raw-help = Отдать слова модели как есть, без перевода.
parameter-raw-flags = как-есть, дословно

## The guide: its chapters

guide-prompts-title = ✍️ Промпты
guide-prompts = Что вы говорите и как я это читаю.
guide-settings-title = 🎛 Настройки
guide-settings = Ручки, которые меняют картинку, когда слова остаются теми же.
guide-pictures-title = 🖼 Из картинок
guide-pictures = Что можно сделать с уже готовой картинкой.
guide-models-title = 🧠 Модели
guide-models = Кто рисует и чему их можно научить.
guide-inside-title = ⚙️ Как это работает
guide-inside = Что происходит между словами и картинкой.
guide-flags-title = 📋 Все параметры
guide-flags = Пишите их где угодно после своих слов:

## The guide

guide-prompt-title = Промпт
guide-prompt-names = промпт, запрос, описание, слова, текст
guide-prompt = Промпт – это то, что вы мне говорите: слова, которые станут картинкой. Сначала назовите предмет, потом – как он выглядит, где находится, какой свет или стиль: «рыжая лиса на снегу, вечерний свет, акварель». Меняйте что-то одно, и увидите, что делает каждое слово.
guide-negative-title = Негативный промпт
guide-negative-names = негативный промпт, негатив, без, исключить, убрать
guide-negative = Негативный промпт говорит, чего на картинке быть не должно. Пишите его после --no: «портрет --no очки, надписи». Называйте сами вещи: «очки», а не «не рисуй очки».
guide-weights-title = Веса
guide-weights-names = веса, вес, акцент, скобки
guide-weights = С весом слово значит больше или меньше соседних: (красный:1.4) усиливает красный, (красный:0.7) ослабляет. Держитесь между 0.5 и 1.5, дальше картинка становится грубой. Попробуйте «лиса в (глубоком снегу:1.3)».
guide-changing-title = Слова, которые меняются
guide-changing-names = выбор, случайные слова, фигурные скобки, квадратные скобки, чередование, расписание
guide-changing = В фигурных скобках выбираю я: {"{"}красная|синяя{"}"} машина – это красная или синяя, каждый раз и для каждой картинки альбома заново; одинаковое зерно выбирает одинаково. В квадратных скобках слова меняются, пока я рисую: [лиса:кошка:0.5] начинается лисой и кончается кошкой, [кошка:0.3] добавляет кошку после трети пути, [кошка::0.3] там её убирает, а [лиса|кошка] чередуются на каждом шаге. Число от 1 считает шаги.

guide-steps-title = Шаги
guide-steps-names = шаги, шаг, количество шагов, итерации
guide-steps = Сначала картинка – чистый шум, и с каждым шагом она становится чуть яснее. Если шагов мало, она выглядит незаконченной; если много – рисуется дольше и скоро почти не меняется. Попробуйте 10 для быстрого наброска и 30 для готовой картинки.
guide-seed-title = Сид
guide-seed-names = сид, зерно, случайное число, та же картинка
guide-seed = Каждая картинка вырастает из случайного шума, а сид – номер этого шума. Те же слова, настройки и сид – та же картинка. Оставьте сид и смените одно слово: изменится только оно. А за новой идеей нажмите 🎲.
guide-guidance-title = Точность (CFG)
guide-guidance-names = точность, cfg, шкала cfg, guidance
guide-guidance = Точность, или CFG, – это насколько строго я следую словам. При малых значениях есть место неожиданному, при больших учитывается каждое слово, но цвета становятся резкими. Попробуйте малое, среднее и большое с одним и тем же сидом: 2, 5 и 10.
guide-sampler-title = Сэмплер
guide-sampler-names = сэмплер, семплер, метод сэмплирования, планировщик
guide-sampler = Сэмплер – это способ убирать шум. Есть три группы, и картинка сильнее меняется от группы, чем от названия. Оставьте сид и попробуйте по одному из каждой.
guide-resolution-title = Размер и пропорции
guide-resolution-names = разрешение, размер, пропорции, соотношение сторон, формат, ширина, высота, пиксели
guide-resolution = Разрешение – сколько в картинке точек (пикселей), пропорции – её форма. Модель лучше всего рисует около того размера, на котором училась; если намного больше, предметы могут повториться. Выберите форму, а размер оставьте модели.
guide-strength-title = Сила
guide-strength-names = сила, сила изменения, картинка в картинку, img2img
guide-strength = Если вы начинаете с картинки, сила говорит, как далеко от неё можно уйти. Около 0.3 – лёгкая правка, 0.6 – перерисовать с той же композицией, 0.9 – оставить разве что цвета. Ответьте на картинку: /imagine, ваши слова и --strength 0.5.

guide-variation-title = Вариация
guide-variation-names = вариация, вариации, вариант, ещё раз
guide-variation = Вариация – та же идея ещё раз, с небольшими отличиями. Под каждой картинкой ✨ рисует очень похожую, 🌀 – более далёкую, а 🎲 – новую по тем же словам. Если удобнее писать, ответьте на картинку: --vary 0.3. При 0 она останется такой же, при 1 станет другой. С --n 4 получите сразу четыре.
guide-seamless-title = Без швов
guide-seamless-names = без швов, плитка, узор, текстура, обои
guide-seamless = Картинка без швов продолжается за краями самой собой: если положить копии рядом, получится один большой узор, как плитка, ткань или обои. Допишите к словам --tile и назовите то, что заполнит всю картинку: «синие цветы и листья --tile». С --tile x она повторяется только вбок, как бордюр или панорама.
guide-sweep-title = Несколько значений сразу
guide-sweep-names = перебор, сравнить, сравнение, сетка, контактный лист, несколько значений, комбинации
guide-sweep = Фигурные скобки с запятыми пробуют каждое слово: {"{"}красный,синий,зелёный{"}"} мяч – это три картинки. Почти все числа и сэмплер тоже принимают несколько значений: --steps 10,20,30, --cfg 2..8 для диапазона, --cfg 2..8/4 для четырёх значений из него, --sampler euler,ddim. Вместе они дают все сочетания, до 16 картинок с одним зерном, на одном листе; номер под ним открывает эту картинку отдельно. Сколько их будет, я говорю до начала. Между двумя дробями пишите точку с запятой: --cfg 5;7.
guide-interpolation-title = Интерполяция
guide-interpolation-names = интерполяция, переход, смешение, морфинг
guide-interpolation = Интерполяция идёт от одной картинки к другой маленькими шагами, и лиса понемногу превращается в сову: похожие картинки лежат рядом в скрытом пространстве. Напишите /morph рыжая лиса | белая сова: кадры придут анимацией, а некоторые из них – полоской под ней; номер открывает кадр отдельно. Три описания и больше – и путь длиннее. Ответьте на картинку /morph сделай ночь – и всё начнётся с неё; пришлите две картинки с /morph – и первая превратится во вторую; --seed 7,8 идёт от одного сида к другому. С --frames 24 выйдет плавнее, с --loop всё вернётся к началу.
guide-inpainting-title = Инпейнтинг
guide-inpainting-names = инпейнтинг, маска, ретушь, убрать предмет, inpainting
guide-inpainting = Инпейнтинг перерисовывает только часть картинки: вы отмечаете область, маску, и говорите, что там должно быть; остальное не меняется. Так убирают лишнее, исправляют лица и добавляют недостающее. Отмечайте чуть больше, чем хотите изменить, чтобы свет и тени подстроились. Или назовите её: --only "шляпа" в ответ на картинку сначала показывает эту часть и рисует, когда вы нажмёте «Рисовать».
guide-editing-title = Правка по указанию
guide-editing-names = правка, править, указание, инструкция, pix2pix
guide-editing = Некоторые модели обучены делать с картинкой то, что им скажут: «сделай ночь», «пусть машина будет синей», «добавь шляпу». Ответьте на картинку или пришлите своё фото с --model и именем такой модели и скажите, что изменить, как сказали бы человеку. О чём вы не говорите, то останется. Если меняется слишком мало, уменьшите --image-cfg до 1.2 или увеличьте --cfg; если слишком много, наоборот. Остальные модели перерисовывают картинку по вашим словам.
guide-depth-title = Глубина
guide-depth-names = глубина, близко и далеко, композиция, depth
guide-depth = Модель глубины видит, насколько близка или далека каждая часть картинки, и пишет другую сцену с тем же расположением: комната остаётся комнатой, поза сохраняется, а на месте хижины встаёт замок. Ответьте на картинку или пришлите фото с --depth и опишите всю новую сцену. --show-map показывает, что видит модель: белое близко, чёрное далеко. --strength 0.6 оставит больше прежних цветов, 1 – только глубину.
guide-outpainting-title = Аутпейнтинг
guide-outpainting-names = аутпейнтинг, расширить, дорисовать, outpainting
guide-outpainting = Аутпейнтинг продолжает картинку за её края: больше неба, остальная часть стола, портрет, ставший сценой. Под каждой картинкой стрелка продолжает её в свою сторону, 🔭 отдаляет, а ⬜ делает квадратной; нажмите ещё раз, чтобы пойти дальше. Если удобнее писать, ответьте на картинку или на своё фото: --extend left=128,top=64 или --zoom 1.5. Сама картинка останется точно такой же. Если добавите слова, опишите всю сцену, а не только новую часть, и тогда обе половины сойдутся.
guide-upscaling-title = Увеличение
guide-upscaling-names = увеличение, апскейл, увеличить, печать, upscaling
guide-upscaling = Увеличение (апскейл) делает готовую картинку больше и добавляет мелкие детали, а не просто растягивает точки. Сначала выберите, увеличивайте в конце: это занимает время. Для хорошей печати нужно около 120 точек на сантиметр. Под картинкой 🔍 делает её вдвое или вчетверо шире и выше; команда /upscale делает то же с любой картинкой.
guide-controlnet-title = ControlNet
guide-controlnet-names = controlnet, контролнет, поза, набросок, эскиз, глубина
guide-controlnet = С ControlNet первую картинку направляет вторая: её линии, глубина или чья-то поза задают композицию, а твои слова — содержание. Ответь на картинку или пришли свою со словами и --control canny: края останутся, всё остальное будет новым. Набросок тёмным по светлому берётся как есть. С --control-weight 0.5 следую свободнее, --control canny,depth берёт сразу две вещи (с двух картинок — по одной), а --show-map показывает, что взято. Лучше всего работают ясные и простые картинки. /models назовёт, что здесь есть.
guide-like-title = Как другая картинка
guide-like-names = как, ip-adapter, ip adapter, стиль, образец, сходство, подобие
guide-like = Картинка тоже может быть запросом: слова говорят, что рисовать, другая картинка – как. Ответьте на картинку словами и --like или приложите фото: перейдут его стиль, цвета и предметы. Пришлите картинку в ответ на другую, со словами и --like, и первая будет нарисована по подобию вашей. --like-weight 0.3 берёт лишь намёк, 1 оставляет словам мало, 0 – обычная картинка; --seed 7 --like-weight 0,0.4,0.8 покажет их рядом. Модели нужен IP-Adapter: какие здесь есть, скажет /models, а --like-by выберет один.

guide-model-title = Модель
guide-model-names = модель, модели, художник
guide-model = Модель – это художник: файл, который по огромному числу картинок узнал, как выглядят слова. Одной удаются фотографии, другой рисунки. Посмотрите, какие есть: /models
guide-checkpoint-title = Чекпойнт
guide-checkpoint-names = чекпойнт, чекпоинт, файл модели, checkpoint, ckpt
guide-checkpoint = Чекпойнт – модель, сохранённая в какой-то момент учёбы: целый художник в одном файле на несколько гигабайт. Чекпойнты обучают разным стилям и делятся ими. Тот, кто меня запустил, может положить такой файл в папку моделей, и он появится в /models.
guide-safetensors-title = Safetensors
guide-safetensors-names = safetensors, формат файла
guide-safetensors = Safetensors – формат файлов моделей, в котором могут быть только числа. В старых файлах (.ckpt) бывает спрятана программа, которая запускается при открытии; такие я не открываю. Скачивая модель, берите файл с расширением .safetensors.
guide-lora-title = LoRA
guide-lora-names = lora, лора, дополнение
guide-lora = LoRA – небольшое дополнение, которое учит модель ещё чему-то одному: стилю, персонажу, товару. Она в сто раз меньше чекпойнта и работает поверх него. В промпте её пишут так: <lora:имя:0.8>; число говорит, насколько сильно она действует.
guide-embedding-title = Эмбеддинг
guide-embedding-names = эмбеддинг, текстовая инверсия, embedding
guide-embedding = Эмбеддинг – крошечный файл, который даёт модели новое слово для того, что она и так почти умеет рисовать. Чтобы им воспользоваться, напишите это слово в промпте. Самые известные означают определённый стиль или, после --no, всё, что обычно не удаётся.
guide-hypernetwork-title = Гиперсеть
guide-hypernetwork-names = гиперсеть, hypernetwork
guide-hypernetwork = Гиперсеть – вторая, маленькая сеть, которая меняет то, как модель читает ваши слова, чаще всего ради стиля. Она была популярна до появления LoRA: они меньше и справляются лучше. Если есть выбор, берите LoRA. В описании она пишется <hypernet:имя:0.7>; число говорит, насколько сильно она действует.
guide-dreambooth-title = DreamBooth
guide-dreambooth-names = dreambooth, дримбут, обучение
guide-dreambooth = DreamBooth по нескольким фотографиям учит модель узнавать определённого человека, питомца или вещь и даёт им своё слово. Получается новый чекпойнт или LoRA. Десять разных фотографий полезнее ста похожих, а прежде чем учить модель чьему-то лицу, спросите разрешения.

guide-diffusion-title = Диффузия
guide-diffusion-names = диффузия, stable diffusion, как это работает
guide-diffusion = Диффузия – это то, как я рисую: начинаю с чистого шума и шаг за шагом убираю то, что не похоже на ваши слова. Этому я научился наоборот, на картинках, которые понемногу тонули в шуме. Поэтому картинка проступает из тумана, а не рисуется мазок за мазком.
guide-noise-title = Шум
guide-noise-names = шум, зернистость
guide-noise = Шум – беспорядочная рябь, как на экране старого телевизора. С него начинается каждая картинка, а с какого именно, решает сид. Посмотрите, как рисуется картинка, и увидите, как шум превращается в неё.
guide-latent-title = Скрытое пространство
guide-latent-names = скрытое пространство, латентное пространство, латент
guide-latent = Я рисую не сами точки, а маленькую, сжатую форму картинки в так называемом скрытом (латентном) пространстве; разворачивается она лишь в конце. Похожее там лежит рядом. Поэтому же стороны картинки кратны 8 точкам.
guide-render-title = Рендеринг
guide-render-names = рендеринг, рендер, генерация, скорость, время
guide-render = Рендеринг – это вычисление картинки по описанию: то, что я делаю между «Начинаю рисовать» и готовой картинкой. Чем больше шагов, точек и картинок, тем дольше. Поэтому пробуйте идеи с малым числом шагов, а лучшую нарисуйте ещё раз с большим.
guide-watermark-title = Водяной знак
guide-watermark-names = водяной знак, подпись, метаданные, происхождение
guide-watermark = Водяной знак говорит, откуда картинка: он виден, как подпись, или спрятан в её точках или файле. В исходных файлах, которые я присылаю, лежат слова и настройки; мессенджеры стирают их из фотографий. Нажмите 📄, если хотите сохранить, как картинка была сделана. Начиная с 256×256, в моих картинках есть и невидимый знак, что их сделала машина; /info его находит.

## When something is in the way

error-unknown = Извините, у меня что-то сломалось. Если пишете администратору, назовите номер { $incident }.
error-engine = Извините, нарисовать не получилось. Попробуйте ещё раз. Если пишете администратору, назовите номер { $incident }.
error-out-of-memory = Для этой картинки не хватает памяти. Попробуйте --size поменьше. Номер { $incident }.
error-broken-numbers = Модель на этот раз заблудилась. Попробуйте другой сид или --cfg поменьше. Номер { $incident }.
error-device-lost = Художник ненадолго отлучился. Попробуйте ещё раз. Если пишете администратору, назовите номер { $incident }.
error-empty-prompt = Напишите, что нарисовать: слов я не вижу.
error-prompt-too-long = { $length ->
    [one] Здесь { $length } знак; я могу прочесть не больше { $limit }.
    [few] Здесь { $length } знака; я могу прочесть не больше { $limit }.
    [many] Здесь { $length } знаков; я могу прочесть не больше { $limit }.
   *[other] Здесь { $length } знака; я могу прочесть не больше { $limit }.
}
error-too-many-texts = Пока я рисую, из вашего промпта получается больше { $limit } разных текстов. Сделайте меньше замен вида [a|b] или [a:b:0.5].
error-too-many-pictures = Получилось бы картинок: { $count }, а за раз я рисую не больше { $limit }. Уберите, пожалуйста, часть значений.
error-nothing-between = Для превращения нужны два конца: два описания, между которыми стоит |, слова в ответ на картинку или две картинки. Например: /morph рыжая лиса | белая сова
error-unknown-flag = { $nearest ->
    [none] Я не знаю { $flag }. Всё, что знаю, есть в /help.
   *[other] Я не знаю { $flag }. Может быть, { $nearest }?
}
error-no-setting = «{ $flag }» нельзя задать для всех картинок. Что можно — в /settings.
range = { $unit ->
    [pixels] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) } пкс
   *[other] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }
}
error-out-of-range = { $value ->
    [none] Для { $flag } нужно значение: { $range }.
   *[other] Для { $flag } не подходит { $value }. Попробуйте { $range }.
}
error-unknown-choice = { $nearest ->
    [none] Для { $flag } нет «{ $value }». Есть: { $choices }.
   *[other] Для { $flag } нет «{ $value }». Может быть, { $nearest }? Есть: { $choices }.
}
error-no-choices = Для { $flag } нет «{ $value }»: сюда для этого пока ничего не добавлено.
error-misplaced-lora = Напишите { $tag } в описании, а не после { $flag }: это действует на всю картинку.
error-no-image = Нужна картинка, с которой начать: приложите её или ответьте на неё.
error-surplus-image = Картинок больше, чем здесь нужно: пришлите меньше.
error-no-estimator = Здесь нечем увидеть «{ $kind }» на картинке. Пришли готовую карту с { $flag } или попроси --control canny: линии я обведу сам.
error-bad-image = Не могу прочесть этот файл как картинку. Лучше всего PNG, JPEG и WebP.
error-too-large = Получилось бы { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } пикселей. Могу до { $limit } мегапикселей: выберите меньший множитель или картинку поменьше.
error-bad-mask = { $fault ->
    [empty] В этой маске ничего не отмечено: закрасьте белым то, что изменится, остальное оставьте чёрным.
    [full] Отмечена вся картинка. Оставьте нетронутым то, что должно сохраниться, или пришлите слова без маски, чтобы изменить её целиком.
    [shape] У этой маски другая форма, чем у картинки: она может быть больше или меньше, но с тем же отношением сторон.
    [moving] Анимированная картинка не может быть маской: пришлите неподвижную.
    [pages] Файл из нескольких страниц не может быть маской: пришлите одну картинку.
    [double] Укажите часть одним способом: через --only либо маской или областью.
    [part] С частью картинки этого не сделать: сначала нарисуйте её, а потом попросите об этом в ответ на то, что получится.
   *[unmarked] Не нахожу отметки на этой копии. Закрасьте ярким цветом то, что нужно изменить, и пришлите ещё раз.
}
error-not-in-picture = Не нахожу «{ $words }» на этой картинке.
error-image-not-fetched = Не удалось получить эту картинку. Пришлите её, пожалуйста, ещё раз.
error-address-not-fetched = С адреса картинки ничего не пришло. Он верный? Можно прислать и саму картинку.
error-no-words = Сейчас слов не нашлось. Попробуйте, пожалуйста, чуть позже.
error-address-refused = { $why ->
    [off] Здесь я не беру картинки по адресам. Пришлите, пожалуйста, саму картинку.
   *[other] Я беру картинки только из открытого интернета, по https или http. Пришлите, пожалуйста, саму картинку.
}
error-not-a-picture = Я могу начать с фотографии, с картинки, присланной файлом, или с неподвижного стикера. С видео, GIF, анимированного стикера или звука не могу: подойдёт снимок экрана.
error-unseen = Я не вижу сообщение, на которое вы отвечаете: Discord показывает мне только то, что сказано мне. Если вы имеете в виду его картинку, откройте меню того сообщения и выберите «Приложения»; если нет, напишите мне без ответа.
error-image-too-large = { $unit ->
    [megabytes] Картинка слишком большая: не больше { $limit } МБ.
    [megapixels] { $limit ->
        [one] Картинка слишком большая: не больше { $limit } мегапикселя.
        [few] Картинка слишком большая: не больше { $limit } мегапикселей.
        [many] Картинка слишком большая: не больше { $limit } мегапикселей.
       *[other] Картинка слишком большая: не больше { $limit } мегапикселя.
    }
   *[other] Картинка слишком большая: не больше { $limit }.
}
error-canvas-too-large = Тогда картинка станет { $width } × { $height } пикселей, а сторона не может быть больше { $limit }.
error-no-adapter = { $lacks ->
    [encoder] IP-Adapter { $model } пока не видит картинок: нет его кодировщика изображений. Папка image_encoder должна лежать рядом с ним.
   *[adapter] Здесь нет IP-Adapter для { $model }, а без него я не могу рисовать по подобию другой картинки.
}
error-bad-model = { $fault ->
    [damaged] Модель { $model } использовать нельзя: её файл повреждён или неполон.
    [pickle] Модель { $model } использовать нельзя: в файлах такого формата может скрываться программа, поэтому я читаю только .safetensors. Его можно преобразовать: как, написано в docs/models.md.
    [strange] Модель { $model } использовать нельзя: с таким видом моделей я работать не умею.
    [unlike] { $model } здесь использовать нельзя: это сделано для моделей другого вида.
    [unfinished] Модель { $model } пока использовать нельзя: её загрузка не закончена.
    [elsewhere] { $model } – не модель, которая умеет рисовать: ей место в другой папке.
    [part] { $model } не рисует сама по себе: это только часть модели.
   *[other] Модель { $model } использовать нельзя.
}
error-unfit-model = { $model ->
    [none] Ни одна модель здесь так не умеет.
   *[other] Модель { $model } так не умеет: выберите другую или уберите --model.
}
error-noiseless = { $upscaler } не добавляет шума к картинке: уберите { $flag } или выберите другой увеличитель.
error-picture-needed = Модель { $model } без картинки ничего не рисует: приложите её или ответьте на неё.
error-not-allowed = Этот бот для приглашённых. Чтобы войти, передайте администратору свой id: { $id }
error-not-yours = Это не ваше.
error-not-found = Этого здесь больше нет.
error-withheld = 🔒 Картинка готова, но здесь она подходит не всем, поэтому я её не показываю. Попробуйте другие слова.
error-unlooked = 🔒 Картинка готова, но проверить, подходит ли она здесь всем, не удалось, поэтому я её не показываю. Попробуйте позже.
error-too-many-jobs = { $limit ->
    [one] У вас уже ждёт { $limit } картинка. Ещё одну можно, когда она будет готова.
    [few] У вас уже ждут { $limit } картинки. Ещё одну можно, когда одна из них будет готова.
    [many] У вас уже ждёт { $limit } картинок. Ещё одну можно, когда одна из них будет готова.
   *[other] У вас уже ждут { $limit } картинки. Ещё одну можно, когда одна из них будет готова.
}
error-closing = Я сейчас перезапускаюсь. Попробуйте чуть позже.
error-not-for-all = 🔒 Неизвестно, подходит ли эта картинка для всех, поэтому показать её по ссылке нельзя.
error-no-store = Сейчас я ничего не могу сохранить: моё хранилище недоступно. Сообщите тому, кто меня запускает, и попробуйте позже.

## In a terminal

terminal-starting = Запускаюсь…
terminal-ready = Lukis работает.
terminal-page = Страница: { $address }
terminal-on = { $platform }: включён.
terminal-off = { $platform }: выключен. Чтобы включить, впишите { $setting } в .env (см. { $file }).
terminal-open = Доступ: рисовать может любой, кто найдёт бота. Чтобы изменить это, впишите { $setting } в .env.
terminal-unmarked = Водяного знака Lukis в ней нет.
terminal-head = Головная машина кластера: { $address }. На каждой другой машине: скопируйте туда ключ { $key }, только для владельца, затем: { $command }
terminal-worker = Машина { $name } присоединилась к { $address }. Устройств для рисования: { $devices }.
terminal-drain = Машина { $name } не получит ничего нового и дорисует то, что у неё есть.
terminal-drain-none = В кластере нет машины { $name }. Есть: { $names }.
terminal-drained = Машина { $name } нарисовала всё, что у неё было.
terminal-untold = Она не говорит, как она сделана.
terminal-no-film = { $file }: для MP4 нужен ffmpeg, а на этой машине его нет. С именем на .webp или .gif получится и без него.
terminal-listed = { $count ->
    [one] Доступ: рисовать может только { $count } из списка ALLOWED. Чтобы изменить это, впишите { $setting } в .env.
    [few] Доступ: рисовать могут только { $count } из списка ALLOWED. Чтобы изменить это, впишите { $setting } в .env.
    [many] Доступ: рисовать могут только { $count } из списка ALLOWED. Чтобы изменить это, впишите { $setting } в .env.
   *[other] Доступ: рисовать могут только { $count } из списка ALLOWED. Чтобы изменить это, впишите { $setting } в .env.
}
terminal-backup = { $file }: база данных и картинки ({ $pictures }), { NUMBER($size, maximumFractionDigits: 1) } МБ.
terminal-backup-words = { $file }: база данных без картинок, { NUMBER($size, maximumFractionDigits: 1) } МБ.
terminal-restored = Всё снова так, как было { $date }. Возвращено картинок: { $pictures }.
terminal-restored-before = Прежняя база данных сохранена: { $file }.
terminal-restore-occupied = База данных уже есть: { $file }. С { $flag } она уступит место и сохранится рядом с новой.
terminal-pruned = Удалено картинок: { $pictures }. Освободилось { NUMBER($size, maximumFractionDigits: 1) } МБ.
terminal-prune-dry = К удалению картинок: { $pictures }, { NUMBER($size, maximumFractionDigits: 1) } МБ. Ничего не удалено.
terminal-status = Lukis { $version } работает уже { $time }. Где: { $platforms }.
terminal-status-work = Ждут: { $waiting } · рисуются: { $drawing } · доставляются: { $delivering } · свободно на диске: { NUMBER($space, maximumFractionDigits: 1) } ГБ
terminal-status-device = { $device }: строк: { $rows } · дорожек: { $lanes } · шагов сделано: { $forwards } · моделей загружено: { $loads }
terminal-status-device-away = { $device }: сейчас ничего не принимает; причина в журнале.
terminal-status-starting = Устройства ещё запускаются.
terminal-status-queued = ⏳ { $position }-й в очереди
terminal-status-queued-wait = ⏳ { $position }-й в очереди: примерно { $wait }
terminal-status-delivering = 📨 Доставляется
terminal-status-more = … и ещё { $count }
terminal-status-none = На { $folder } не работает ни один Lukis. Запустить: { $command }

rented-page = Твоя страница: { $address }
rented-no-page = Из этого блокнота ни одну страницу не открыть. Напиши своему боту в Telegram или Discord.
rented-needs-token = Из этого блокнота ни одну страницу не открыть, поэтому нужен токен: выбери Telegram или Discord в ячейке выше.
rented-token = Токен твоего бота в { $platform }. Он нигде не сохраняется; если его нет, оставь пустым:
rented-running = Lukis работает.
rented-off = Lukis не запущен.
rented-stopped = Lukis завершил работу. Ничего не потеряно.
rented-broke = Lukis завершился сам; строки выше говорят почему. Потом запусти эту ячейку снова.
rented-kept = Картинок хранится в { $folder }: { $count }.
rented-copied = Самой новой копии там { $minutes } мин.

doctor-data = Папка данных
doctor-data-free = { $folder } (свободна, осталось { NUMBER($space, maximumFractionDigits: 1) } ГБ)
doctor-data-used = { $folder } (занята работающим Lukis, осталось { NUMBER($space, maximumFractionDigits: 1) } ГБ)
doctor-data-full = { $folder }: осталось лишь { NUMBER($space, maximumFractionDigits: 1) } ГБ, меньше, чем { $setting }, поэтому новое не принимается. Освободите место или дайте старым картинкам удаляться (docs/keeping.md).
doctor-database = База данных
doctor-database-none = ещё нет; появится при первом запуске
doctor-database-told = версия { $version }, { NUMBER($size, maximumFractionDigits: 1) } МБ, копий до обновлений: { $backups }
doctor-tokens = Токены
doctor-token-missing = { $platform } нет
doctor-token-works = { $platform }: я { $name }
doctor-token-bad = { $platform } не принимает токен. Скопируйте его заново в { $setting } ({ $file }).
doctor-token-silent = { $platform } не отвечает по адресу { $address }. Проверьте, есть ли на этой машине сеть и не мешает ли брандмауэр или прокси.
doctor-hook-fails = { $platform } не может достучаться до { $address }: { $why }. Проверьте прокси перед ним ({ $file }). В ожидании: { $waiting }.
doctor-chat-away = { $chat }: меня там нет, или мне нельзя смотреть. Добавьте меня или уберите его из { $setting }.
doctor-chat-lacks = { $chat }: мне не хватает прав: { $rights }. Дайте их в настройках чата.
doctor-clock = Часы
doctor-clock-right = как у { $platform }
doctor-clock-wrong = расходятся с { $platform } на { $time }. Пусть система сверяет их по сети.
doctor-clock-unknown = сверить не с кем
doctor-page = Страница
doctor-page-off = выключена
doctor-page-taken = Порт { $port } занят другой программой. Завершите её или выберите другой { $setting }.
doctor-page-nowhere = Эта машина не может слушать { $address }. Выберите другой { $setting }; 127.0.0.1 подходит всегда.
doctor-translators = Переводчики
doctor-translators-off = нет: слова остаются, как написаны
doctor-translator-works = { $name } отвечает
doctor-translator-silent = { $name } не отвечает
doctor-translators-none = Поэтому слова на других языках остаются как есть. Проверьте сеть или впишите { $name } в { $setting }: ему сеть не нужна.
doctor-access = Доступ
doctor-access-told = { $access }, разрешено: { $allowed }, администраторов: { $admins }
doctor-quotas = Квоты
doctor-quotas-none = файла нет: пределов нет ни у кого
doctor-quotas-told = { $file } (классов: { $classes }, видов чатов: { $chats })
doctor-torch-told = { $version } на { $devices }
doctor-cpu = процессоре
doctor-models = Модели
doctor-cluster = Кластер
doctor-cluster-machine = { $name } ({ $address }), устройств: { $devices }
doctor-cluster-other = На головной машине другая версия, чем здесь: { $differs }. Установите на обеих одну и ту же.
doctor-cluster-open = { $ports }: отвечают кому угодно, без ключа. Закройте их для всех ({ $file }).
doctor-safety = Проверка картинок
doctor-safety-off = выключена
doctor-safety-works = { $policy }, своих правил: { $chats }; картинки она различает
doctor-model-coming = { $model }: модели ещё нет, загружено { NUMBER($done, maximumFractionDigits: 2) } из { NUMBER($size, maximumFractionDigits: 2) } ГБ; остальное загрузит { $command }

## The page

page-skip = К описанию картинки
page-sections = Разделы
page-chat = Чат
page-gallery = Галерея
page-language = Язык
page-theme = Светлая или тёмная тема
page-headline = Что нарисуем?
page-tagline = Опишите картинку на любом языке. Или начните с одной из этих:
page-first-fox = лиса в снегу
page-first-rocket = ракета в космосе
page-first-elephant = синий слон на траве
page-first-wizard = волшебник в лесу
page-first-house = дом ночью
page-first-penguin = пингвин и пицца на пляже
page-take = Написать это снова
page-retry = Изменить и повторить
page-earlier = Прежние слова
page-earlier-empty = Здесь будут слова ваших картинок, как только они появятся.
page-help = Справка
page-help-examples = Попробуйте что-нибудь из этого
page-help-options = Параметры
page-help-option = Пишутся после слов, например { $value }. Большинство есть и в настройках.
page-help-keys = Клавиши
page-keys-single = Клавиши из одной буквы или знака
page-key-write = Писать
page-key-commands = Команды
page-key-settings = Настройки
page-key-help = Эта справка
page-key-turn = Листать большие картинки
page-key-delete = Удалить большую картинку
page-key-undo = Вернуть удалённое
page-key-close = Закрыть или убрать то, к чему относятся слова
page-key-before = Написанное раньше, пока поле пустое
page-advanced = Дополнительно
page-how = Как это сделано?
page-restore = Взять её слова и настройки
page-restored = Слова уже в поле, настройки выставлены.
page-you = Вы:
page-prompt = Что нарисовать
page-placeholder = Опишите картинку на любом языке…
page-placeholder-change = Что изменить?
page-words-missing = Скажите словами, что сделать с картинкой.
page-words-answer = Сначала напишите ответ.
page-count = Знаков: { $count } из { $limit }
page-send = Нарисовать
page-attach = Начать с картинки
page-drop = Отпустите картинку здесь
page-settings = Настройки
page-settings-reset = Вернуть автоматические
page-auto = Авто
page-random = Случайно
page-out-of-range = Нужно от { $least } до { $most }.
page-sampler-soft = Мягкие и живописные
page-sampler-varied = Изменчивые
page-sampler-crisp = Чёткие и реалистичные
page-commands = Команды
page-remove = Убрать
page-changing = Меняем эту картинку
page-answering = Отвечаем
page-from-file = Начинаем с этой картинки
page-source = Ваша картинка
page-change = Изменить
page-again = Ещё раз эту
page-delete = Удалить эту
page-deleted = Удалено.
page-undo = Вернуть
page-open = Посмотреть крупно
page-picture = Картинка
page-picture-alt = Картинка: { $prompt }
page-picture-of = Картинка { $number } из { $count }: { $prompt }
page-preview = Картинка по мере появления
page-progress = Ход работы
page-newest = К самым новым
page-queue = В работе
page-queue-count = В работе: { $count }
page-cancel-one = Отменить: { $prompt }
page-cancel-all = Отменить всё
page-newer = Более новые
page-older = Более старые
page-close = Закрыть
page-previous = Предыдущая картинка
page-next = Следующая картинка
page-copy-prompt = Скопировать промпт
page-copy-seed = Скопировать сид { $seed }
page-copied = Скопировано.
page-download = Скачать оригинал
page-part = Изменить часть
page-draw = Рисовать
page-done = Готово
page-redo = Повторить
page-clear = Очистить
page-invert = Поменять отмеченное и остальное
page-canvas = Холст
page-canvas-keys = Стрелки двигают кисть, пробел красит, Shift со стрелкой проводит линию. Плюс и минус меняют масштаб, квадратные скобки — размер, B — кисть, E — ластик.
page-brushes = Инструменты
page-brush = Кисть
page-eraser = Ластик
page-move = Двигать картинку
page-brush-size = Размер кисти
page-farther = Отдалить
page-fit = Картинка целиком
page-nearer = Приблизить
page-colours = Цвета
page-colour-own = Свой цвет
page-colour-black = Чёрный
page-colour-grey = Серый
page-colour-white = Белый
page-colour-red = Красный
page-colour-orange = Оранжевый
page-colour-yellow = Жёлтый
page-colour-green = Зелёный
page-colour-blue = Синий
page-colour-purple = Фиолетовый
page-colour-pink = Розовый
page-colour-brown = Коричневый
page-marked = Меняем полосатую часть
page-marked-share = Отмечено { $value }
page-drawn = Начинаем с вашего рисунка
page-placeholder-part = Что должно быть в полосатой части?
page-placeholder-drawing = Что здесь нарисовано?
page-mask-empty = Сначала закрасьте то, что нужно изменить.
page-mask-full = Отмечена вся картинка. Оставьте то, что должно сохраниться.
page-drawing-empty = Сначала нарисуйте что-нибудь.
page-cannot-draw = Эту картинку здесь нельзя показать, поэтому рисовать не на чем.
page-gallery-empty = Здесь пока пусто. Картинки появятся здесь, когда будут готовы.
page-favourite = В избранное
page-favourites = Избранное
page-favourites-empty = В избранном пока пусто. Кнопка ⭐ под картинкой добавит её туда.
page-details = Об этой картинке
page-made-from = Сделана из
page-became = Из неё вышло
page-copy = Копировать
page-share = Поделиться
page-shared-until = Картинку видят все, у кого есть ссылка, до { $time }.
page-unshare = Отключить ссылку
shared-link = Срок действия ссылки: { $time }. Всё это время эту картинку и её слова увидит любой, у кого она есть.
shared-ended = Эту картинку больше не открыть ни по одной ссылке.
shared-drawn = Нарисовано в Lukis по этим словам.
shared-try = Нарисовать картинку
shared-over = По этой ссылке больше ничего нет.
page-compare = Сравнить
page-compared = Какая часть прежней картинки видна
page-before = До
page-after = После
about-prompt = Промпт
about-english = По-английски
about-loras = LoRA
about-created = Когда попросили
about-seconds = Рисовалась
about-took = { $seconds } с
page-search = Поиск по вашим картинкам
page-search-example = Слова, модель, день…
page-search-empty = Ничего не нашлось. Чем меньше слов, тем больше найдётся.
page-select = Выбрать
page-select-one = Выбрать: { $prompt }
page-select-most = Не больше { $limit } за раз.
page-selected = Выбрано: { $count }
page-picked = Выбранные картинки
page-delete-them = Удалить
page-zip = Скачать одним архивом
page-zip-large = Для одного файла это слишком много. Выберите меньше.
page-zip-gone = Некоторых уже нет. Обновите страницу, пожалуйста.
page-offline = Lukis не отвечает. Пробую ещё раз…
page-not-sent = Отправить не удалось. Lukis запущен?
page-no-tools = Не удалось получить эту часть страницы. Lukis запущен?
page-malformed = Не удалось это прочесть. Перезагрузите страницу, пожалуйста.
page-too-fast = Как быстро! Дайте мне пару секунд.
page-cookie = Странице нужен файл cookie, чтобы отличать вас от других. Разрешите его и перезагрузите страницу.
page-not-vouched = Не удалось понять, кто вы. Закройте это и откройте снова из нашего чата, пожалуйста.
page-who = Кто вы здесь
page-sign-in = Войти через { $platform }
page-signed-in = Вы { $name } из { $platform }: те же картинки, та же история.
page-sign-out = Выйти
page-not-signed-in = Войти не получилось. Попробуйте, пожалуйста, ещё раз.

## Discord

discord-prompt = промпт
discord-prompt-help = Что вы хотите увидеть, на любом языке
input-image = Картинка
input-image-help = Картинка, с которой начать: ваши слова её изменят
input-mask = Маска
input-mask-help = Белое рисуется заново, чёрное остаётся как есть
input-other = Другая картинка
input-other-help = Вместе с --control из нескольких видов: картинка, с которой берутся все, кроме первого
input-like = Как здесь
input-like-help = Картинка, на которую ваша будет похожа: её стиль и предметы; что нарисовать, говорят слова
input-end = Последняя картинка
input-end-help = Вместе с --frames: картинка, в которую превращается первая
discord-about = тема
discord-about-help = Слово или тема, например шаги
discord-page = страница
discord-page-help = Какая страница; 1 – самая новая
discord-words = слова
discord-words-help = Какие картинки: слова промпта, --model, 2026-11, вчера
discord-language = язык
discord-language-help = Язык, на котором мне говорить
discord-change = изменение
discord-change-help = Например, --steps 30 --ar 16:9 или reset steps
discord-file = файл
discord-file-help = Картинка файлом
discord-second = вторая
discord-second-help = Ещё одна картинка для смешивания.
discord-third = третья
discord-third-help = Ещё одна картинка для смешивания.
discord-fourth = четвёртая
discord-fourth-help = Ещё одна картинка для смешивания.
discord-fifth = пятая
discord-fifth-help = Ещё одна картинка для смешивания.
discord-job = номер
discord-job-help = Номер вашей картинки, как в имени файла.
discord-private = лично
discord-private-help = Показать картинку и всё, что из неё выйдет, только мне
discord-menu = Нарисовать из этой картинки
discord-info = Как это сделано?
discord-upscale = Увеличить
discord-again = Нарисовать ещё раз
discord-describe = Что на картинке?
discord-english = Английский, по которому я рисую
discord-no-form = Не удалось открыть поле для ваших слов. Пожалуйста, выберите «{ $menu }» ещё раз.

## For those in charge of a chat, and whoever runs me

button-report = 🚩 Пожаловаться
button-remove = 🗑 Убрать
button-warn = ✋ Предупредить
button-ban = ⛔ Закрыть доступ
button-dismiss = ✅ Оставить
report-thanks = Спасибо. Те, кто здесь отвечает, посмотрят.
report-nobody = Здесь нет никого, кому я могу об этом сказать.
report-many = Спасибо. У тех, кто здесь отвечает, уже много дел; попробуйте, пожалуйста, позже.
report-seen = Те, кто здесь отвечает, уже посмотрели эту картинку.
report-told = 🚩 На картинку пожаловались. Её автор { $person }, чат { $chat }:
report-listed = 🚩 Список нашёл «{ $line }». Автор { $person }, чат { $chat }:
report-closed =
    { $deed ->
         [remove] ✅ { $name }: картинка убрана.
         [warn] ✅ { $name }: автор предупреждён.
         [ban] ✅ { $name }: автору закрыт доступ, картинка убрана.
        *[dismiss] ✅ { $name }: всё остаётся как есть.
    }
report-done =
    { $deed ->
         [remove] Убрано.
         [warn] Предупреждение отправлено.
         [ban] Доступ закрыт, картинка убрана.
        *[dismiss] Остаётся как есть.
    }
report-done-already = Это уже решено: другой админ успел раньше.
report-outcome =
    { $deed ->
         [remove] Вашу жалобу рассмотрели: картинки больше нет. Спасибо.
         [warn] Вашу жалобу рассмотрели: автора попросили быть внимательнее. Спасибо.
         [ban] Вашу жалобу рассмотрели: картинки больше нет, и автор больше не рисует. Спасибо.
        *[dismiss] Вашу жалобу рассмотрели: картинка может остаться. Спасибо, что вам не всё равно.
    }
report-warning = 🙏 Те, кто здесь отвечает, просят вас быть внимательнее: ваши картинки видят и другие.
command-moderate = Для админов: списки слов, запреты, паузы и другое
command-moderate-names = модерация, админ
moderate-how = Что вы можете отправить как админ:
    /moderate test … – что списки сделают со словами и почему
    /moderate block …, spoiler …, report …, allow … – внести слово в список: не рисуется, рисуется скрытым, вам сообщат или никогда не находится
    /moderate lists, /moderate drop … – посмотреть списки этого чата, убрать слово
    /moderate ban …, unban … – закрыть человеку доступ, по id или в ответ на его картинку
    /moderate limit …, unlimit – сколько картинок помещается в час или в день, для этого чата или для человека
    /moderate pause, resume – не принимать ничего нового; начатое будет закончено
    /moderate say … – сказать здесь что-то от моего имени
    /moderate stats, log, reports – кто сколько рисует, что делали админы, и открытые жалобы
moderate-how-operators = /moderate broadcast …, stop – сказать что-то всем чатам и отозвать то, что ещё не ушло
    Запреты, паузы, статистика и журнал действуют для всех чатов, а со словом «here» в конце для этого.
moderate-test-how = Добавьте слова: /moderate test …
moderate-test-nothing = ✅ Ни один список ничего не нашёл. По-английски: { $english }
moderate-test-english = По-английски: { $english }
moderate-test-found =
    { $list ->
         [block] ⛔ Не рисуется:
         [spoiler] 🙈 Рисуется, но скрыто, пока не нажмут:
        *[report] 🚩 Рисуется, и админы об этом узнают:
    } { $where ->
         [bot] «{ $line }», из списков для всех чатов.
        *[chat] «{ $line }», из списков этого чата.
    }
moderate-lists =
    { $count ->
         [one] В списках этого чата { $count } строка.
         [few] В списках этого чата { $count } строки.
         [many] В списках этого чата { $count } строк.
        *[other] В списках этого чата { $count } строки.
    }
moderate-line = • { $list }: { $line }
moderate-full = Списки этого чата заполнены: строк может быть не больше { $limit }.
moderate-bad-line =
    { $why ->
         [long] Эта строка слишком длинная.
         [empty] В этой строке нет ни одной буквы.
         [pattern] Это не регулярное выражение.
         [all] Это нашло бы всё подряд.
        *[slow] С некоторыми текстами это выражение работает слишком долго.
    }
moderate-added = ✅ Теперь в списке { $list }: { $line }
moderate-known = Уже есть в списке { $list }: { $line }
moderate-dropped = ✅ Больше нет в списках этого чата: { $line }
moderate-no-line = Этого нет в списках этого чата: { $line }
moderate-who = О ком речь? Ответьте на картинку этого человека или добавьте id, например telegram:123.
moderate-banned =
    { $where ->
         [everywhere] ⛔ Я не принимаю ничего нового от { $person } ни в одном чате.
        *[here] ⛔ Я не принимаю ничего нового от { $person } в этом чате.
    } { $count ->
         [one] Остановлена { $count } картинка.
         [few] Остановлены { $count } картинки.
         [many] Остановлено { $count } картинок.
        *[other] Остановлено { $count } картинки.
    }
moderate-banned-already = Для { $person } доступ уже закрыт.
moderate-unbanned = ✅ { $person } снова может рисовать.
moderate-not-banned = Для { $person } доступ не закрыт.
moderate-limit-how = Сколько и за какое время? Для всего этого чата: /moderate limit 50/day. Для человека, по id или в ответ на его картинку: /moderate limit telegram:123 5/hour. /moderate unlimit снимает предел.
moderate-limit-all = весь этот чат
moderate-limited = ✅ { $whom } – { $kind }: { $limit }
moderate-limits = Пределы, которые здесь поставили админы:
moderate-limits-none = Здесь никто из админов не ставил пределов.
moderate-limit-line = • { $whom } – { $kind }: { $limit }
moderate-unlimited = ✅ Предела от админов больше нет: { $whom }
moderate-not-limited = Админы не ставили предела: { $whom }.
moderate-paused =
    { $where ->
         [everywhere] ⏸ Я не принимаю ничего нового ни в одном чате. Начатое будет закончено.
        *[here] ⏸ Я не принимаю ничего нового в этом чате. Начатое будет закончено.
    }
moderate-resumed =
    { $where ->
         [everywhere] ▶️ Я снова рисую во всех чатах.
        *[here] ▶️ Я снова рисую в этом чате.
    }
moderate-reports = Открытые жалобы, отправлены вам лично: { $count }
moderate-say-how = Добавьте слова.
moderate-said = ✅ Сказано.
moderate-broadcast =
    { $count ->
         [one] 📣 Уходит в { $count } чат.
         [few] 📣 Уходит в { $count } чата.
         [many] 📣 Уходит в { $count } чатов.
        *[other] 📣 Уходит в { $count } чата.
    } /moderate stop отзывает то, что ещё не ушло.
moderate-stopped =
    { $count ->
         [one] ✋ { $count } чат этого не получит.
         [few] ✋ { $count } чата этого не получат.
         [many] ✋ { $count } чатов этого не получат.
        *[other] ✋ { $count } чата этого не получат.
    }
moderate-stats = Дней: { $days } · людей: { $people } · запросов: { $jobs } · картинок: { $pictures }
moderate-busy = Сейчас ждут или рисуются: { $count }
moderate-stats-line = • { $name } ({ $person }): картинок { $pictures } · запросов { $jobs }
moderate-log = Что делали админы, страница { $number }:
moderate-log-line = • { $when } { $name } – { $what } { $about } ({ $chat })
error-not-admin = Это для админов. Если вы меня запускаете, внесите свой id в ADMINS: { $id }
error-banned = Админ решил, что здесь я не принимаю от вас ничего нового. Если это ошибка, поговорите с ним, пожалуйста.
error-paused = Сейчас я не принимаю ничего нового. То, что ждёт, будет закончено; попробуйте, пожалуйста, позже.
error-over-quota =
    { $whose ->
         [chat] Пока что этот чат уже получил всё, что можно
        *[person] Пока что вы уже получили всё, что можно
    } ({ $kind }: { $limit }). Место для этого снова будет вот через сколько: { $wait }.
error-too-much-at-once = Это слишком много сразу: { $asked }, а помещается не больше { $limit } ({ $kind }). Попросите, пожалуйста, меньше.
error-too-large-here = Это больше, чем здесь можно просить, в мегапикселях: { $size }, а предел – { $limit }.
error-not-that-model = Модели { $model } нет среди тех, которыми вам можно рисовать здесь: { $choices }.
error-blocked = Такое я здесь не рисую. Попробуйте, пожалуйста, что-нибудь другое.
discord-order = приказ
discord-order-help = Что нужно сделать. Пусто: что вообще есть
