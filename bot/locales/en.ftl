### Everything Lukis says, in English: the reference. docs/interface.md tells how to add a language.
###
### Facts stand in braces. Numbers and durations come in the language's own form; seeds, ids, flags and sizes as they are.
### Buttons have at most 24 characters, answers to buttons 200, descriptions of commands 100.

language-name = English
# What people may call the language after /language.
language-names = english, inglés, inggris

## While a job waits and runs

status-waiting = 🎨 Getting ready…
status-queued = ⏳ { $position ->
    [1] You are next.
   *[other] Number { $position } in line.
}
status-queued-wait = ⏳ { $position ->
    [1] You are next: about { $wait }.
   *[other] Number { $position } in line: about { $wait }.
}
status-started = 🎨 Starting to paint…
status-progress = 🎨 Painting: { NUMBER($share, style: "percent") }
status-cancelled = ✋ Cancelled.

## Results

result-english = In English: { $english }
result-word-for-word = Word for word, with the built-in dictionary: no translation service answered.
result-not-translated = Nobody could translate this just now, so it was painted as typed.
result-translator = Translated by { $provider }.
result-person = In your own English.
result-draws = I am a small model and know only some things. Try: { $examples }
result-deleted = 🗑 Deleted.
# "seed 7 · 64×64 · 20 steps · Euler · cfg 7 · starter"
result-facts = seed { $seed } · { $size } · { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} · { $sampler } · cfg { $cfg } · { $model }
result-strength = strength { $strength }

## Buttons

button-cancel = ✋ Cancel
button-reroll = 🎲 Reroll
button-reroll-one = 🎲 { $number }
button-original = 📄 Original file
button-original-one = 📄 { $number }
button-delete = 🗑 Delete
button-show = 🖼 Show again
button-raw = Use my own words
button-edit = ✏️ Edit translation
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = Cancelled.
toast-too-late = Too late: it is finished already.
toast-deleted = Deleted.
toast-language = I speak English now.

## Commands
##
## command-X describes the command. command-X-names are words for it, with commas between them. The first is what Discord's
## menu shows (1 to 32 letters or digits, lower case, no spaces: - and _ do instead); the others work when typed.

command-imagine = Paint a picture from words
command-imagine-names = imagine, draw, paint
command-history = Look through your pictures
command-history-names = history, gallery, pictures
command-cancel = Stop your waiting and running pictures
command-cancel-names = cancel, stop
command-help = How this works, and what the words mean
command-help-names = help, guide
command-models = Which models can paint
command-models-names = models, model
command-language = Choose the language I speak
command-language-names = language, lang
command-start = Say hello
command-start-names = hello

imagine-how = Tell me what to paint, in any language. For example:
    /imagine { $example }
imagine-example = a red fox in the snow --ar 16:9
message-hint = Send /imagine with what you want to see, in any language. For example:
    /imagine { $example }
history-empty = You have no pictures yet. Send /imagine with what you want to see.
history-page = { $number } of { $total }
cancel-none = You have nothing waiting or running.
cancel-done = { $count ->
    [one] Stopped { $count } picture.
   *[other] Stopped { $count } pictures.
}
edit-ask = Reply to this message with the English that you want me to paint. Now it is:
    { $english }
models-title = Models that can paint:
models-line = • { $name }: { $title }
models-how = Choose one with --model, such as: /imagine a red fox --model { $name }
language-ask = Which language shall I speak?
language-auto = As my app says
welcome = Hello! I am Lukis and I paint pictures from words, in any language.
    /imagine { $example }
    Reply to a picture with words to change it. /help tells more.
help-text = Send /imagine and what you want to see, in any language:
    /imagine { $example }

    Reply to a picture with /imagine and words to change it.
    /history shows your pictures, /cancel stops what waits or runs.

    You can add:
help-flag = { $flag } – { $help } { $range }

## Parameters
##
## In English their labels, explanations and flags are in engine/api/parameters.py. Every other language has here:
##   parameter-X        the label; Discord's menu shows it in lower case
##   parameter-X-help   the explanation
##   parameter-X-flags  words for it, with commas between them, which work as a flag: letters, digits and - only

## When something is in the way

error-unknown = Something went wrong on my side, sorry. If you tell the admin, give the number { $incident }.
error-engine = Painting failed on my side, sorry. Please try again. If you tell the admin, give the number { $incident }.
error-out-of-memory = This picture needs more memory than there is. Try a smaller --size.
error-broken-numbers = The model lost its way on this one. Try another seed or a lower --cfg. Number { $incident }.
error-device-lost = The painter went away for a moment. Please try again.
error-empty-prompt = Tell me what to paint: I found no words.
error-prompt-too-long = That is { $length } characters; I can read { $limit } at most.
error-unknown-flag = { $nearest ->
    [none] I don't know { $flag }. /help lists what I know.
   *[other] I don't know { $flag }. Did you mean { $nearest }?
}
error-out-of-range = { $value ->
    [none] { $flag } needs a value: { $range }.
   *[other] { $flag } can't be { $value }. Try { $range }.
}
error-unknown-choice = { $nearest ->
    [none] { $flag } can't be “{ $value }”. There are: { $choices }.
   *[other] { $flag } can't be “{ $value }”. Did you mean { $nearest }? There are: { $choices }.
}
error-no-image = This needs a picture to start from: send one along, or reply to one.
error-bad-image = I can't read that file as a picture. PNG, JPEG and WebP work best.
error-image-too-large = That picture is too large: { $limit } at most.
error-bad-model = The model { $model } can't be used: { $reason }
error-not-allowed = This bot is for invited people. To be let in, give the admin your id: { $id }
error-not-yours = That belongs to somebody else.
error-not-found = That is not here any more.
error-too-many-jobs = { $limit ->
    [one] You have { $limit } picture waiting already. One more when it is done.
   *[other] You have { $limit } pictures waiting already. One more when one of them is done.
}
error-closing = I am just being restarted. Please try again in a moment.

## In a terminal

terminal-starting = Starting…
terminal-ready = Lukis is ready.
terminal-page = Page: { $address }
terminal-on = { $platform }: on.
terminal-off = { $platform }: off. To turn it on, put { $setting } into .env (see { $file }).
terminal-open = Access: anyone who finds the bot may draw. To change that, put { $setting } into .env.
terminal-listed = { $count ->
    [one] Access: only the { $count } listed in ALLOWED may draw. To change that, put { $setting } into .env.
   *[other] Access: only the { $count } listed in ALLOWED may draw. To change that, put { $setting } into .env.
}

doctor-data = Data folder
doctor-data-free = { $folder } (free, { $space } left)
doctor-data-used = { $folder } (in use by a running Lukis, { $space } left)
doctor-tokens = Tokens
doctor-token-set = { $platform } set
doctor-token-missing = { $platform } not set
doctor-access = Access
doctor-access-told = { $access }, { $allowed } allowed, { $admins } admins
doctor-torch-told = { $version } on { $devices }
doctor-cpu = the CPU
doctor-models = Models

## The page

page-skip = Skip to the prompt
page-sections = Sections
page-chat = Chat
page-gallery = Gallery
page-language = Language
page-theme = Light or dark
page-headline = What shall we paint?
page-tagline = Describe a picture in any language. Or start from one of these:
page-prompt = What to paint
page-placeholder = Describe a picture, in any language…
page-placeholder-change = What should be different?
page-send = Paint
page-attach = Start from a picture
page-drop = Drop the picture here
page-settings = Settings
page-settings-reset = Back to automatic
page-auto = Auto
page-random = Random
page-sampler-soft = Soft and artistic
page-sampler-varied = Varied
page-sampler-crisp = Crisp and realistic
page-commands = Commands
page-remove = Remove
page-changing = Changing this picture
page-answering = Answering
page-from-file = Starting from this picture
page-source = Your picture
page-change = Change it
page-again = Reroll this one
page-open = Look at it large
page-picture = Picture
page-picture-alt = Picture: { $prompt }
page-picture-of = Picture { $number } of { $count }: { $prompt }
page-preview = The picture as it comes into being
page-progress = Progress
page-newest = To the newest
page-newer = Newer
page-older = Older
page-close = Close
page-previous = Previous picture
page-next = Next picture
page-copy-prompt = Copy prompt
page-copy-seed = Copy seed { $seed }
page-copied = Copied.
page-download = Download original
page-gallery-empty = Nothing here yet. Your pictures hang here once they are painted.
page-offline = Lukis doesn't answer. Trying again…
page-not-sent = That could not be sent. Is Lukis running?
page-malformed = I could not read that. Please load the page again.
page-too-fast = That was quick! Give me a few seconds.
page-cookie = This page needs a cookie to tell you from others. Please allow it and load the page again.

## Discord's own places for words (names in lower case, without spaces)

discord-prompt = prompt
discord-prompt-help = What you want to see, in any language
discord-image = image
discord-image-help = A picture to start from: your words change it
discord-menu = Imagine from this image
discord-modal = Imagine from this image
discord-smaller = Sent smaller, as JPEG: the original is too large for this channel.
