### Everything Lukis says, in English: the reference. Facts in braces; numbers and durations in the language's form.

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
status-progress = 🎨 Painting: { $percent }%
status-cancelled = ✋ Cancelled.

## Results

result-english = In English: { $english }
result-word-for-word = Word for word, with the built-in dictionary: no translation service answered.
result-not-translated = Nobody could translate this just now, so it was painted as typed.
result-translator = Translated by { $provider }.
result-person = In your own English.
result-draws = I am a small model and know only some things. Try: { $examples }
result-deleted = 🗑 Deleted.

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

command-imagine = Paint a picture from words
command-history = Look through your pictures
command-cancel = Stop your waiting and running pictures
command-help = How this works
command-models = Which models can paint
command-language = Choose the language I speak
command-start = Say hello

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
welcome = Hello! I am Lukis and I paint pictures from words, in any language.
    /imagine { $example }
    Reply to a picture with words to change it. /help tells more.
help-text = Send /imagine and what you want to see, in any language:
    /imagine { $example }

    Reply to a picture with /imagine and words to change it.
    /history shows your pictures, /cancel stops what waits or runs.

    You can add:
help-flag = { $flag } – { $help } { $range }

## When something is in the way

error-unknown = Something went wrong on my side, sorry. If you tell the admin, give the number { $incident }.
error-engine = Painting failed on my side, sorry. Please try again. If you tell the admin, give the number { $incident }.
error-out-of-memory = This picture needs more memory than there is. Try a smaller --size.
error-broken-numbers = The model lost its way on this one. Try another seed or fewer --cfg. Number { $incident }.
error-device-lost = The painter went away for a moment. Please try again.
error-empty-prompt = Tell me what to paint: I found no words.
error-prompt-too-long = That is { $length } characters; I can read { $limit } at most.
error-unknown-flag = { $nearest ->
    [none] I don't know { $flag }. /help lists what I know.
   *[other] I don't know { $flag }. Did you mean { $nearest }?
}
error-out-of-range = { $value ->
    [none] { $flag } needs a value: { $range }.
   *[other] { $flag } can't be { $value }: it takes { $range }.
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
error-too-many-jobs = You have { $limit } pictures waiting already. One more when one of them is done.
error-closing = I am just being restarted. Please try again in a moment.

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
