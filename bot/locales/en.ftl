### Everything Lukis says, in English: the reference. docs/interface.md tells how to add a language.
###
### Facts stand in braces. Numbers and durations come in the language's own form; seeds, ids, flags and sizes as they are.
### Buttons have at most 24 characters, answers to buttons 200, descriptions of commands 100.

language-name = English
# What people may call the language after /language.
language-names = english, inglés, inggris

## While a job waits and runs

status-waiting = 🎨 Getting ready…
status-sweep = This makes { $count } pictures.
status-morph = This makes { $count } frames.
status-queued = ⏳ { $position ->
    [1] You are next.
   *[other] Number { $position } in line.
}
status-queued-wait = ⏳ { $position ->
    [1] You are next: about { $wait }.
   *[other] Number { $position } in line: about { $wait }.
}
status-start = 🔌 A machine is being started; that takes about { $time }.
status-started = 🎨 Starting to paint…
status-larger = 🔍 Enlarging to { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }
status-larger-time = 🔍 Enlarging to { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }: about { $time }
status-progress = 🎨 Painting: { NUMBER($share, style: "percent") }
find-found = 🎯 I think “{ $words }” is here: the striped part is painted anew, all else stays. Nothing is painted until you say so.
status-cancelled = ✋ Cancelled.
status-over = ✅ It is finished.
status-parting = ⏳ This takes longer than I may answer here. I send you the picture privately where I can; /history shows it in any case.

## Results

result-english = In English: { $english }
result-looked-for = Looked for, in English: { $english }
result-joined = Joined with what the picture shows: { $english }
result-without = Left out of the picture: { $negative }
result-word-for-word = Word for word, with the built-in dictionary: no translation service answered.
result-dictionary = Word for word, with the built-in dictionary.
result-not-translated = Nobody could translate this just now, so it was painted as typed.
result-translator = Translated by { $provider }.
result-person = In your own English.
result-draws = I am a small model and know only some things. Try: { $examples }
result-narrowed = { $model } has no { $asked }: { $size } is the nearest it draws.
result-unheard = { $model ->
    [none] With guidance at 1 the model isn't told what to leave out. A higher --cfg changes that.
   *[other] { $model } can't be told what to leave out.
}
notice-lora-in-part = Only { NUMBER($share, style: "percent") } of the LoRA { $lora } fits { $model }; the rest of it has no effect.
notice-guessed-mask = I took your picture for the mask: what is marked or white in it is painted anew. Send it without a reply if you meant it to be changed.
notice-first-frame = The picture you sent moves: I took only its first frame.
notice-first-page = The file you sent has several pages: I took only the first.
notice-read-as = Read as: { $told }.
notice-no-meaning = Nothing here does the like, so it had no effect: { $flags }
notice-not-here = The settings ask for what isn’t here: { $things }
notice-default-away = { $wanted } can't be used now: { $model } paints in its place.
notice-held-back =
    { $count ->
        [one] One picture is held back, since it is not fit for everybody here.
       *[other] { $count } pictures are held back, since they are not fit for everybody here.
    }
result-deleted = 🗑 Deleted.
result-smaller = Sent smaller, as JPEG: the original is too large for this chat.
result-not-taken = 🖼 It is painted, but this chat won't take the picture from me. Send me /history in a private message to see it.
result-held-back = 🔒 It is held back here, since it is not fit for everybody.
# "seed 7 · 64×64 · 20 steps · Euler · cfg 7 · starter"
result-facts = seed { $seed } · { $size } · { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} · { $sampler } · cfg { $cfg } · { $model }
result-redrawn = seed { $seed } · { $size } · { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} · cfg { $cfg }
result-own = { $name } { $value }
result-frames = frames { $count }

## Buttons

button-cancel = ✋ Cancel
button-reroll = 🎲 Reroll
button-subtle = ✨ Vary (subtle)
button-strong = 🌀 Vary (strong)
button-remix = 📝 Edit
button-upscale = 🔍 Upscale ×{ $times }
button-left = ⬅️ Left
button-right = ➡️ Right
button-up = ⬆️ Up
button-down = ⬇️ Down
button-zoom = 🔭 Zoom out
button-square = ⬜ Make square
button-invert = 🔁 Other part
button-use = ✅ Use it
button-original = 📄 Original file
button-one = 🖼 { $number }
button-original-one = 📄 { $number }
button-delete = 🗑 Delete
button-undo = ↩️ Undo
button-show = 🖼 Show again
button-star = ⭐ Favourite
button-again = 🎨 Paint it again
button-version = 🎨 { $number }
button-use-it = 🎨 Use it
button-own-words = ✏️ My own words
button-raw = Use my own words
button-edit = ✏️ Edit translation
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = Cancelled.
toast-too-late = Too late: it is finished already.
toast-deleted = Deleted.
toast-undone = It is back.
toast-starred = ⭐ Among your favourites now: /favourites shows them all.
toast-unstarred = No longer among your favourites.
toast-language = I speak English now.

## Commands
##
## command-X describes the command. command-X-names are words for it, with commas between them. The first is what Discord's
## menu shows (1 to 32 letters or digits, lower case, no spaces: - and _ do instead); the others work when typed.

command-imagine = Paint a picture from words
command-imagine-names = imagine, draw, paint
command-morph = Turn one picture into another, as an animation
command-morph-names = morph, animate, transition
command-history = Look through your pictures
command-history-names = history, gallery, pictures
command-favourites = Look through your favourites
command-favourites-names = favourites, favorites, stars
command-info = See how a picture was made
command-info-names = info, recipe
command-upscale = Make a picture larger, with finer detail
command-upscale-names = upscale, enlarge, bigger
command-blend = Blend two to five pictures into one
command-blend-names = blend, mix, merge
command-shorten = See which words count, and shorter prompts
command-shorten-names = shorten, shorter, condense
command-describe = Say in words what a picture shows
command-describe-names = describe, caption
command-expand = Make a short prompt richer, to look at first
command-expand-names = expand, enrich, enhance
command-show = Show one of your pictures again, by its number
command-show-names = show, reshow
command-again = Draw one of your pictures again, by its number
command-again-names = again, redo
command-cancel = Stop your waiting and running pictures
command-cancel-names = cancel, stop
command-help = How this works, and what the words mean
command-help-names = help, guide
command-models = Which models can paint
command-models-names = models, model
command-style = Styles: how pictures look
command-style-names = style, styles, look
command-settings = Choose what holds for all my pictures
command-settings-names = settings, preferences, defaults
command-language = Choose the language I speak
command-language-names = language, lang
command-start = Say hello
command-start-names = hello

# Styles: what each is called
style-choose = Styles, { $number } of { $total }. Press one to use it in your next prompt, or write { $flag } and its name.
style-use = Use it
style-example = a fox
style-how = To keep how a picture looks, reply to it with /style save and a name; words after the name say what goes around the prompt. /style delete and the name forgets it.
style-saved = Kept as { $flag }. It puts this around the prompt: { $frame }
style-full = You have { $limit } styles already. /style delete and a name makes room.
style-unfit = “{ $name }” can't be such a style: its words have braces, bars or no letters.
style-deleted = { $name } is forgotten.
style-none = You have no style called { $name }.
style-save-names = save, keep
style-delete-names = delete, remove, forget
style-photo = Photo
style-portrait = Portrait
style-cinematic = Cinematic
style-noir = Film noir
style-polaroid = Instant photo
style-macro = Macro
style-watercolor = Watercolor
style-oil = Oil painting
style-gouache = Gouache
style-ink = Ink
style-sketch = Pencil sketch
style-charcoal = Charcoal
style-pastel = Pastel
style-impressionist = Impressionist
style-ukiyoe = Ukiyo-e
style-woodcut = Woodcut
style-glass = Stained glass
style-mosaic = Mosaic
style-batik = Batik
style-anime = Anime
style-manga = Manga
style-comic = Comic
style-pixel = Pixel art
style-lowpoly = Low poly
style-clay = Clay
style-paper = Paper cut
style-neon = Neon
style-cyberpunk = Cyberpunk
style-fantasy = Fantasy
style-vaporwave = Vaporwave

imagine-how = Tell me what to paint, in any language. For example:
    /imagine { $example }
form-how = Choose below what you like. Then send your words: in reply to this message, or next in a private chat.
form-edit = Change what you like below, and paint it again; or reply to this message with other words.
form-paint = 🎨 Paint
imagine-example = a red fox in the snow --ar 16:9
message-hint = I draw what you write, in any language. For example:
    { $example }
forwarded-offer = Somebody else's words. Shall I draw them?
changed-offer = The words have changed. Shall I draw this now?
offer-drawn = I'm on it.
group-hello = Hello, everyone! Three things to know:
    • /imagine with what you want to see, in any language: I draw it here, for all to see.
    • Reply to one of my pictures with words, and I change it.
    • Admins choose what holds here with /settings chat and keep order with /moderate; /help tells the rest.
greeting-names = hi, hey, hello, hello there, hi there, good morning, good evening, thanks, thank you, ok, okay, yes, no, test, start, bye, cool, lol, how are you, who are you, what can you do
called-how = Write what you want to see right before or after my name, in any language, or reply to a picture with it. For example:
    @Lukis { $example }
history-empty = You have no pictures yet. Send /imagine with what you want to see.
history-empty-here = You have made no pictures in this chat yet. In a private chat with me, /history shows all of yours.
history-page = { $number } of { $total }
history-page-here = { $number } of { $total } from this chat
favourites-empty = You have no favourites yet. ⭐ below a picture makes it one.
favourites-empty-here = You have no favourites from this chat yet. In a private chat with me, /favourites shows all of yours.
favourites-page = ⭐ Your favourites
favourites-page-here = ⭐ Your favourites from this chat
history-today = today
history-yesterday = yesterday
found-page = 🔎 What you looked for, newest first
found-page-here = 🔎 What you looked for, from this chat
found-empty = I found none of your pictures by that.
found-empty-here = I found none of your pictures from this chat by that. In a private chat with me, /history looks through all of yours.
cancel-none = You have nothing waiting or running.
cancel-done = { $count ->
    [one] Stopped { $count } picture.
   *[other] Stopped { $count } pictures.
}
edit-ask = Reply to this message with the English that you want me to paint. Now it is:
    { $english }
info-how = Reply to a picture with /info, or send one along, and I tell you how it was made.
info-days = { $days ->
    [one] I keep pictures for { $days } day, then I delete them.
   *[other] I keep pictures for { $days } days, then I delete them.
}
info-budget = I keep pictures as long as they take less than { NUMBER($size, maximumFractionDigits: 1) } GB together; after that the oldest are deleted.
quota-kind =
    { $what ->
         [work]
            { $span ->
                 [day] work in 24 hours
                *[hour] work in an hour
            }
        *[pictures]
            { $span ->
                 [day] pictures in 24 hours
                *[hour] pictures in an hour
            }
    }
quota-used =
    { $whose ->
         [chat] 📊 This chat, { $kind }: { $used } of { $limit }
        *[person] 📊 You, { $kind }: { $used } of { $limit }
    }
upscale-how = Reply to a picture with { $command }, or send one along, and I make it twice as wide and high. { $command } 4 makes it four times.
blend-how = Send { $least } to { $most } pictures with { $command }, by their addresses too, or reply to one with another, and I paint what lies between them.
shorten-how = Write a prompt after { $command }, and I tell you which of its words count, with shorter versions.
shorten-told = What counts most: { $words }
shorten-short = Every word of it counts: there is nothing to leave out.
describe-how = Reply to a picture with { $command }, or send one along, or its address, and I say what it shows.
describe-told = As I see it:
expand-how = Write a short prompt after { $command }, and I make it richer. You see it before anything is painted.
expand-off = Nobody has set up a model for { $command } here. Whoever runs me can do that with { $setting }.
expand-told = Richer:
show-how = Write a picture’s number after { $command }: { $command } 12.
again-how = Write a picture’s number after { $command }, or send it in reply to a picture: { $command } 12.
aside-draw = 🎨 Draw “{ $words }”
aside-open = 🎨 Draw with me
again-told = 📋 This picture says how it was made. The button paints it again; to change something, send this with your changes:
    { $command }
again-untold = This picture doesn't say how it was made: chats take that out of photos, so send it as a file. To change the picture, reply to it with words.
again-source = It was made from another picture, which its file doesn't hold: send the command in reply to that one.
again-given = Hashes of the pictures that it was made from: { $pictures }
again-mask = The part that was painted anew was marked by hand, which no command can say: send that mask along with it.
again-model = The model { $model } isn't here, so another one paints.
again-loras = These LoRAs aren't here, so they are left out: { $names }
again-beyond = Left out, since I can't do it here: { $things }
again-alike = It was made with { $program }: mine will be alike, not the same.
again-alike-other = It was made with another program: mine will be alike, not the same.
again-marked = It carries Lukis's invisible watermark.
models-title = Models that can paint:
models-line = • { $name }: { $title }
models-how = Choose one with --model, such as: /imagine a red fox --model { $name }
models-instead = Without --model, { $name } paints.
models-loras = LoRAs, written <lora:{ $name }:0.8>: { $names }
models-triggers = In brackets: the words in a prompt that call the LoRA up.
models-embeddings = Embeddings, written by their names: { $names }
models-tagged = Embeddings that are everyday words, written <emb:{ $name }>: { $names }
models-controls = ControlNets, used with --control on a picture: { $names }
models-upscalers = Upscalers, --upscaler { $name }: { $names }
models-adapters = IP-Adapters, used with --like on a picture: { $names }
models-hypernets = Hypernetworks, written <hypernet:{ $name }:0.7>: { $names }
models-vaes = VAEs, --vae { $name }: { $names }
beside-models = Models
beside-loras = LoRAs
beside-embeddings = Embeddings
beside-controls = ControlNets
beside-likes = IP-Adapters
beside-upscalers = Upscalers
beside-hypernets = Hypernetworks
beside-vaes = VAEs
models-one = { $name }, { $number } of { $total }
models-use = Use this model
models-examples = It draws well: { $words }
models-styles = Its styles: { $words }
models-licence = Licence: { $name }
beside-choose = { $kind }, { $number } of { $total }: press one to use it in your next prompt.
beside-ready = Ready for your next prompt. Copy it and put your own words in:
beside-reply = Ready for a picture. Send this in reply to one:
beside-triggers = Words that call it up: { $words }
beside-back = All kinds
models-renamed = Called otherwise, since another has the name: { $names }
models-passed-over = Not on the list (only admins see this):
models-passed-over-line = • { $why } ({ $reason })
models-passed-over-more = … and { $count } more: “{ $command }” names them all.
language-ask = Which language shall I speak?
language-auto = As my app says
welcome = Hello! I am Lukis and I paint pictures from words, in any language.
    /imagine { $example }
    Reply to a picture with words to change it. /help tells more.

## One person on several apps

command-link = Use me on another app as the same person
command-link-names = link, connect, join
command-unlink = Part what /link has joined
command-unlink-names = unlink, disconnect
discord-code = code
discord-code-help = The code that I gave you on the other app. Empty: a new one
button-join = 🔗 Join them
account-private = Others read along here. Please send me { $command } in a private chat.
link-code = 🔗 Send me this on the other app, within { $time }:
    { $command }
    Then your pictures, settings and limits are one there and here. Tell it to nobody else: whoever sends it sees your pictures.
link-with = Together with you by now: { $who }.
link-ask = Is this you as well: { $who }? If so, I join the two: pictures, settings and limits become one, and each side sees and may delete all of them. If somebody else sent you this code, leave it.
link-done = 🔗 You and { $who } are one person to me now. /history shows everything. { $command } parts you again.
link-told = 🔗 { $who } is the same person as you from now on, by the code that you were given here. If that isn't you, send { $command } at once.
unlink-done = You are on your own here again. What you asked for here stays here, what you asked for elsewhere stays there. Your settings hold on both sides.
unlink-none = Nothing is joined with you here. { $command } does that.
error-bad-code = That code is wrong, or too old. Send /link on the other app for a new one.
error-own-code = You are the same person there already: a code is for the other app.
error-too-many-guesses = Those were too many wrong codes. You can try another one in { $wait }.
error-too-many-joined = I can join { $limit } at most. Send /unlink where you no longer need it.
## Settings

settings-title = { $whose ->
    [chat] Settings of this chat:
   *[mine] Your settings:
}
settings-line = { $name }: { $value }
settings-none = Nothing is set: pictures come as the model draws them best.
settings-chats = From this chat: { $settings }
settings-how = What is set holds wherever you don't say otherwise: { $example }. Take it back with { $reset }.
settings-how-chat = For everybody here, admins set it with { $command }.
settings-choose = { $whose ->
    [chat] What are pictures in this chat drawn with?
   *[mine] What are your pictures drawn with?
}
settings-type = Any other value: { $command }
settings-pictures = 🎨 Pictures
settings-language = 🌐 Language
settings-reset = ↩️ Reset all
settings-to-chat = 👥 This chat
settings-to-mine = 👤 Mine
settings-unset = Not set
settings-back = Back
settings-on = on
settings-off = off
settings-chat-names = chat, group
settings-reset-names = reset, clear
setting-files = { $way ->
    [on] 📎 As files: on
   *[off] 📎 As files: off
}
setting-previews = { $way ->
    [off] 👁 Previews: off
   *[on] 👁 Previews: on
}
setting-rerolls = { $way ->
    [mine] 🎲 Reroll: only theirs
   *[all] 🎲 Reroll: everybody
}
setting-safety = { $way ->
    [spoiler] 🛡 Unfit: hidden
    [block] 🛡 Unfit: held back
   *[usual] 🛡 Unfit: as usual
}
command-export = Get all your pictures, words and settings in a file
command-export-names = export, download
export-done = 📦 Pictures, with their words and parameters: { $count }. Files: { $files }.
export-left = Left out, since they are gone or too large for this app: { $count }.
export-rest = That is as much as I pack at once. The rest comes with { $command }.
export-links = Each link is good for { $time }, for whoever has it: keep it to yourself.
export-over = This link has ended, or was never one. { $command } in your chat with me gives you a new one.
error-not-now = I am at that already. It comes in a moment.
command-forget = Let me forget you and all that you made
command-forget-names = forget, erase
button-forget = 🗑 Forget everything
forget-ask = Shall I forget you? Then all of this is gone for good: your pictures and those you sent, your words and their translations, your settings and your history. I stop what is being painted, and take my messages with your pictures away wherever the app lets me. Nobody can undo it.
    What stays: pictures that others made from yours, notes of admins under a number in place of your name, and backups that whoever runs me may keep.
forget-export = Before that, { $command } gives you all your pictures in a file.
forget-also = It holds for these as well: { $who }.
forget-done = 🗑 Forgotten. Messages with your pictures go away one after the other. If you write to me again, we meet for the first time.

## Help

help-text = I paint what you describe, in any language. Send:
    /imagine { $example }
help-examples = These come out well:
help-example = • { $prompt }
help-commands = What I understand:
help-command = { $command } – { $help }
help-more = Choose a topic, or ask about a word: /help { $word }
help-unknown = I have no page about “{ $word }”. Perhaps it is among these?
# A parameter with its flags: "--steps – How many times the noise is refined. (1–150)"
help-flag = { $range ->
    [none] { $flag } – { $help }
   *[other] { $flag } – { $help } ({ $range })
}
help-group = • { $group }: { $names }
help-not-yet = I can't do this myself yet.
help-back = ⬅️ Back

## Parameters
##
## In English their labels, explanations and flags are in engine/api/parameters.py. Every other language has here:
##   parameter-X        the label; Discord's menu shows it in lower case
##   parameter-X-help   the explanation
##   parameter-X-flags  words for it, with commas between them, which work as a flag: letters, digits and - only

## The guide: its chapters

guide-prompts-title = ✍️ Prompts
guide-prompts = What you say, and how I read it.
guide-settings-title = 🎛 Settings
guide-settings = The knobs that change a picture while its words stay the same.
guide-pictures-title = 🖼 From pictures
guide-pictures = What can be made of a picture that is there already.
guide-models-title = 🧠 Models
guide-models = The painters, and what they can be taught.
guide-inside-title = ⚙️ How it works
guide-inside = What happens between your words and the picture.
guide-flags-title = 📋 All options
guide-flags = Write these anywhere after your words:

## The guide: one topic each, in two or three plain sentences with something to try.
##
## guide-X-title is its button, guide-X-names are other words by which people look for it (/help cfg).

guide-prompt-title = Prompt
guide-prompt-names = prompt, prompts, words, description, text
guide-prompt = The prompt is what you tell me: the words that become the picture. Name the thing first, then how it looks, where it is, and the light or style: “a red fox in the snow, evening light, watercolour”. Change one thing at a time, and you see what each word does.
guide-negative-title = Negative prompt
guide-negative-names = negative, negative prompt, without, no, exclude
guide-negative = The negative prompt says what should stay out of the picture. Write it after --no: “a portrait --no glasses, text”. Name the things themselves: “glasses”, not “don't draw glasses”.
guide-weights-title = Weights
guide-weights-names = weight, weights, emphasis, attention, brackets, parentheses
guide-weights = With a weight, a word counts more or less than its neighbours: (red:1.4) makes red more important, (red:0.7) less. Stay between 0.5 and 1.5; beyond that, pictures turn harsh. Try “a fox in (deep snow:1.3)”.
guide-changing-title = Words that change
guide-changing-names = choice, choices, random words, wildcards, alternate, alternation, schedule, scheduling, braces, square brackets
guide-changing = With braces I choose: {"{"}red|blue{"}"} car is a red car or a blue one, another each time and for every picture of an album; the same seed chooses the same. With square brackets the words change while I paint: [fox:cat:0.5] begins as a fox and ends as a cat, [cat:0.3] adds the cat after a third of the way, [cat::0.3] drops it there, and [fox|cat] takes turns at every step. A number from 1 up counts steps.

guide-steps-title = Steps
guide-steps-names = steps, step, sampling steps, iterations
guide-steps = A picture starts as pure noise and is cleaned up a little with every step. With few steps it looks unfinished; with many it takes longer and soon hardly changes. Try 10 for a quick sketch and 30 for the final picture.
guide-seed-title = Seed
guide-seed-names = seed, random number, same picture, reroll
guide-seed = Every picture grows out of random noise, and the seed is the number of that noise. Same words, same settings, same seed: the same picture again. Keep the seed while you change one word, and only that changes; take a new one with 🎲 for a fresh idea.
guide-guidance-title = Guidance (CFG)
guide-guidance-names = guidance, cfg, cfg scale, classifier-free guidance, scale
guide-guidance = Guidance, or CFG, is how strictly I take your words. Low values leave room for surprises; high ones follow every word, but colours get harsh. Try a low, a middle and a high value with the same seed, such as 2, 5 and 10.
guide-sampler-title = Sampler
guide-sampler-names = sampler, samplers, scheduler, sampling method, euler, ddim, dpm, karras
guide-sampler = The sampler is the method by which the noise is taken away. There are three groups, and a picture changes more with the group than with the name. Keep the seed and try one of each.
guide-resolution-title = Size and aspect
guide-resolution-names = resolution, size, aspect, aspect ratio, ratio, format, width, height, pixels
guide-resolution = The resolution is how many dots (pixels) a picture has, the aspect ratio is its shape. A model paints best near the size it has learned with; much larger, and things appear twice. Choose the shape and leave the size to the model.
guide-strength-title = Strength
guide-strength-names = strength, denoising strength, denoise, image to image, img2img
guide-strength = When you start from a picture, the strength says how far I may leave it. Around 0.3 touches it up, 0.6 repaints it in the same composition, 0.9 keeps little more than its colours. Reply to a picture with /imagine, your words and --strength 0.5.

guide-variation-title = Variation
guide-variation-names = variation, variations, variant, vary, reroll
guide-variation = A variation is the same idea once more, with small differences. Under each picture, ✨ makes a close relative, 🌀 a distant one, and 🎲 a new picture from the same words. If you would rather type, reply to a picture with --vary 0.3: at 0 it stays the same, at 1 it is another one. With --n 4 you get four at once.
guide-seamless-title = Seamless
guide-seamless-names = seamless, tile, tiles, tiling, pattern, texture, wallpaper
guide-seamless = A seamless picture goes on beyond its edges with itself: laid side by side, its copies make one large pattern, as tiles, fabric and wallpaper do. Write --tile after your words, and name something that fills the picture: “blue flowers and leaves --tile”. With --tile x it repeats only sideways, as a border or a panorama does.
guide-sweep-title = Trying several values
guide-sweep-names = sweep, sweeps, compare, comparison, grid, contact sheet, xy plot, x/y/z plot, several values, permutations, matrix
guide-sweep = Braces with commas try each of their words: a {"{"}red,blue,green{"}"} ball makes three pictures. Most numbers and the sampler take several values too: --steps 10,20,30, --cfg 2..8 for a range, --cfg 2..8/4 for four values of it, --sampler euler,ddim. Together they make every combination, up to 16 pictures from the same seed, on one sheet; a number below it opens that picture by itself. I say how many it will be before I start. Between two decimals write a semicolon: --cfg 5;7.
guide-interpolation-title = Interpolation
guide-interpolation-names = interpolation, morph, blend, transition, between
guide-interpolation = Interpolation walks from one picture to another in small steps, so that a fox slowly becomes an owl: pictures that look alike lie close together in latent space. Write /morph a red fox | a white owl: the frames come as an animation, with some of them on a strip below; a number opens that frame by itself. Three or more descriptions make a longer walk. Reply to a picture with /morph make it night to begin with it; send two pictures with /morph, and the first turns into the second; --seed 7,8 goes from one seed to the other. --frames 24 makes it smoother, --loop brings it back to its beginning.
guide-inpainting-title = Inpainting
guide-inpainting-names = inpainting, inpaint, mask, retouch, remove, repair
guide-inpainting = Inpainting repaints only a part of a picture: you mark an area, the mask, and say what belongs there; everything else stays. It removes things, mends faces and adds what is missing. Mark a little more than you want to change, so that light and shadow can follow. Or name what is meant: --only "the hat" in reply to a picture shows you the part first, and paints it when you press Use it.
guide-editing-title = Editing by instruction
guide-editing-names = editing, edit, instruction, instruct, pix2pix, kontext, image guidance
guide-editing = Some models have learnt to do with a picture as they are told: “make it night”, “make the car blue”, “add a hat”. Reply to a picture, or send a photo of your own, with --model and the name of such a model, and say what to change as you would to a person. What you don’t mention stays. If too little changes, lower --image-cfg to 1.2 or raise --cfg; if too much does, the other way round. All other models redraw the picture after your words instead.
guide-depth-title = Depth
guide-depth-names = depth, depth2img, layout, near and far, composition
guide-depth = A depth model sees how near and far each part of a picture is, and paints another scene on the same layout: the room stays a room, the pose stays, and a cottage becomes a castle in the same place. Reply to a picture, or send a photo, with --depth and describe the whole new scene. --show-map shows what the model sees: white is near, black is far. --strength 0.6 keeps more of the old colours, 1 keeps the depth alone.
guide-outpainting-title = Outpainting
guide-outpainting-names = outpainting, outpaint, extend, uncrop, zoom out
guide-outpainting = Outpainting continues a picture beyond its edges: more sky, the rest of the table, a portrait that becomes a scene. Under each picture, an arrow goes on to its side, 🔭 zooms out and ⬜ makes it square; press again to go further. If you would rather type, reply to a picture, or to a photo of your own, with --extend left=128,top=64 or --zoom 1.5. The picture itself stays exactly as it is. If you add words, describe the whole scene and not just the new part; then both halves fit.
guide-upscaling-title = Upscaling
guide-upscaling-names = upscaling, upscale, enlarge, hires, bigger, print
guide-upscaling = Upscaling makes a finished picture larger and adds fine detail instead of only stretching its dots. Choose first and enlarge last, for it takes time. A good print needs about 120 dots for every centimetre. Below a picture, 🔍 makes it two or four times as wide and high; the command /upscale does the same to any picture.
guide-controlnet-title = ControlNet
guide-controlnet-names = controlnet, control net, pose, sketch, depth, canny
guide-controlnet = With ControlNet a second picture leads the first: its lines, its depth or somebody's pose decide the composition, your words the content. Reply to a picture, or send one along, with words and --control canny: its edges stay, all else is new. A sketch, dark on light, is followed as it is. --control-weight 0.5 follows it more freely, --control canny,depth takes two things at once, one from each where you give two pictures, and --show-map shows what is taken. Clear, simple guides work best. /models lists what is here.
guide-like-title = Like a picture
guide-like-names = like, ip-adapter, ip adapter, ipadapter, style, reference, likeness, picture as prompt
guide-like = A picture can be a prompt, too: your words say what is drawn, another picture says how. Reply to a picture with words and --like, or send a photo along: its style, its colours and its things come through. Send a picture in reply to another one, with words and --like, and the first is painted in the likeness of yours. --like-weight 0.3 takes a hint of it, 1 leaves your words little, 0 is the plain picture; --seed 7 --like-weight 0,0.4,0.8 shows them beside each other. The model needs an IP-Adapter for it: /models lists those that are here, and --like-by chooses one.

guide-model-title = Model
guide-model-names = model, models, painter
guide-model = The model is the painter: a file that has learned from very many pictures what words look like. One is good at photos, another at drawings. See which there are with /models.
guide-checkpoint-title = Checkpoint
guide-checkpoint-names = checkpoint, checkpoints, ckpt, weights file, civitai
guide-checkpoint = A checkpoint is a model as it was saved at one moment of its learning: a whole painter in one file of several gigabytes. People teach checkpoints a style and share them. Whoever runs me can put one into the models folder, and it shows up in /models.
guide-safetensors-title = Safetensors
guide-safetensors-names = safetensors, safetensor, file format, pickle
guide-safetensors = Safetensors is a file format for models that can hold numbers and nothing else. Older files (.ckpt) can hide a program that runs when they are opened; I don't open those. When you download a model, take the file that ends in .safetensors.
guide-lora-title = LoRA
guide-lora-names = lora, loras, low-rank adaptation, lycoris
guide-lora = A LoRA is a small add-on that teaches a model one more thing: a style, a character, a product. It is a hundred times smaller than a checkpoint and works on top of one. In a prompt it is written <lora:name:0.8>; the number says how strongly it acts.
guide-embedding-title = Embedding
guide-embedding-names = embedding, embeddings, textual inversion
guide-embedding = An embedding is a tiny file that gives the model a new word for something it can nearly paint already. You use it by writing that word into your prompt. Well-known ones stand for a look or, after --no, for all that tends to go wrong.
guide-hypernetwork-title = Hypernetwork
guide-hypernetwork-names = hypernetwork, hypernetworks, hypernet
guide-hypernetwork = A hypernetwork is a second, small network that bends how the model reads your words, mostly towards a style. It was popular before LoRAs came, which are smaller and do it better. If you have the choice, take a LoRA. In a prompt it is written <hypernet:name:0.7>; the number says how strongly it acts.
guide-dreambooth-title = DreamBooth
guide-dreambooth-names = dreambooth, dream booth, training, fine-tuning, finetune
guide-dreambooth = DreamBooth teaches a model one particular person, pet or thing from a few photos, under a word of its own. What comes out is a new checkpoint or a LoRA. Ten varied photos do more than a hundred alike, and people should be asked before a model learns their face.

guide-diffusion-title = Diffusion
guide-diffusion-names = diffusion, stable diffusion, how it works
guide-diffusion = Diffusion is how I paint: I begin with pure noise and, step by step, take away what doesn't look like your words. I learned it the other way round, from pictures that sank into noise little by little. That is why a picture comes out of a fog and not stroke by stroke.
guide-noise-title = Noise
guide-noise-names = noise, random noise, grain
guide-noise = Noise is random speckle, like the snow of an old television. Every picture begins with it, and the seed decides with which. Watch a picture while it is being painted, and you see how the noise turns into it.
guide-latent-title = Latent space
guide-latent-names = latent, latents, latent space, vae
guide-latent = I don't paint the dots themselves but a small, condensed form of the picture, in what is called latent space; only at the end it is unfolded. Things that look alike lie close together there. It is also why the sides of a picture are multiples of 8 dots.
guide-render-title = Rendering
guide-render-names = render, rendering, generate, speed, time
guide-render = To render is to compute a picture from its description: what I do between “Starting to paint” and the finished picture. More steps, more dots and more pictures take longer. So try ideas with few steps, and render the best once more with many.
guide-watermark-title = Watermark
guide-watermark-names = watermark, signature, metadata, origin
guide-watermark = A watermark tells where a picture comes from: visible like a signature, or hidden in its dots or its file. The original files that I send carry their words and settings inside; messengers strip that from photos. Press 📄 if you want to keep how a picture was made. From 256×256 on, my pictures also carry an invisible mark that says a machine made them; /info finds it.

## When something is in the way

error-unknown = Something went wrong on my side, sorry. If you tell the admin, give the number { $incident }.
error-engine = Painting failed on my side, sorry. Please try again. If you tell the admin, give the number { $incident }.
error-out-of-memory = This picture needs more memory than there is. Try a smaller --size. Number { $incident }.
error-broken-numbers = The model lost its way on this one. Try another seed or a lower --cfg. Number { $incident }.
error-device-lost = The painter went away for a moment. Please try again. If you tell the admin, give the number { $incident }.
error-empty-prompt = Tell me what to paint: I found no words.
error-prompt-too-long = That is { $length } characters; I can read { $limit } at most.
error-too-many-texts = Your prompt turns into more than { $limit } different ones on its way to the picture. Use fewer changes like [a|b] or [a:b:0.5].
error-too-many-pictures = That would be { $count } pictures, and I make at most { $limit } at once. Please leave some values out.
error-nothing-between = A morph needs two things to go between: two descriptions with | between them, words in reply to a picture, or two pictures. For example: /morph a red fox | a white owl
error-unknown-flag = { $nearest ->
    [none] I don't know { $flag }. /help lists what I know.
   *[other] I don't know { $flag }. Did you mean { $nearest }?
}
error-no-setting = “{ $flag }” can't be set for all pictures. /settings shows what can.
# Between which numbers a value lies; on its own, and as the range in help-flag and error-out-of-range.
range = { $unit ->
    [pixels] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) } px
   *[other] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }
}
error-out-of-range = { $value ->
    [none] { $flag } needs a value: { $range }.
   *[other] { $flag } can't be { $value }. Try { $range }.
}
error-unknown-choice = { $nearest ->
    [none] { $flag } can't be “{ $value }”. There are: { $choices }.
   *[other] { $flag } can't be “{ $value }”. Did you mean { $nearest }? There are: { $choices }.
}
error-no-choices = There is no “{ $value }” for { $flag }: nothing has been added for it here yet.
error-misplaced-lora = Write { $tag } in the prompt, not after { $flag }: it works on the whole picture.
error-no-image = This needs a picture to start from: send one along, or reply to one.
error-surplus-image = That is more pictures than this takes: send fewer.
error-no-estimator = Nothing here can see the { $kind } of a picture. Send a finished map of it with { $flag }, or ask for --control canny, which I can trace myself.
error-bad-image = I can't read that file as a picture. PNG, JPEG and WebP work best.
error-too-large = That would be { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels. I can go up to { $limit } megapixels: choose a smaller factor, or a smaller picture.
error-bad-mask = { $fault ->
    [empty] Nothing is marked in that mask: paint white what is to change, and leave the rest black.
    [full] All of the picture is marked. Leave out what is to stay, or send your words without a mask to change the whole.
    [shape] That mask has another shape than the picture: it may be larger or smaller, but just as wide for its height.
    [moving] An animated picture can’t be a mask: send a still one.
    [pages] A file of several pages can’t be a mask: send a single picture.
    [double] Say which part is meant in one way only: by --only, or by a mask or a region.
    [part] That can't be done to a part of a picture: use the part first, then ask for it in reply to the picture that comes.
   *[unmarked] I find no mark in that copy. Draw over what is to change in a strong colour, and send it once more.
}
error-not-in-picture = I can't find “{ $words }” in this picture.
error-image-not-fetched = I couldn't fetch that picture. Please send it once more.
error-address-not-fetched = Nothing came from the picture’s address. Is it right? You can send the picture itself, too.
error-no-words = I found no words just now. Please try again in a moment.
error-address-refused = { $why ->
    [off] I don’t fetch pictures from addresses here. Please send the picture itself.
   *[other] I fetch pictures only from the open internet, by https or http. Please send the picture itself.
}
error-not-a-picture = I can start from a photo, from a picture sent as a file, or from a sticker that stands still. From a video, a GIF, a moving sticker or a sound I can't: a screenshot of it works well.
error-unseen = I can't see the message that you reply to: Discord shows me only what is said to me. If you mean its picture, open that message's menu and choose Apps; if not, write to me without a reply.
# The last is for pictures that an earlier version refused: their limit has its unit already.
error-image-too-large = { $unit ->
    [megabytes] That picture is too large: { $limit } MB at most.
    [megapixels] { $limit ->
        [one] That picture is too large: { $limit } megapixel at most.
       *[other] That picture is too large: { $limit } megapixels at most.
    }
   *[other] That picture is too large: { $limit } at most.
}
error-canvas-too-large = With that it would be { $width } × { $height } pixels, and no side can be longer than { $limit }.
error-no-adapter = { $lacks ->
    [encoder] The IP-Adapter { $model } can't look at pictures yet: its image encoder is missing. The folder image_encoder belongs beside it.
   *[adapter] There is no IP-Adapter for { $model } here, and without one I can't draw like another picture.
}
error-bad-model = { $fault ->
    [damaged] The model { $model } can't be used: its file is damaged or incomplete.
    [pickle] The model { $model } can't be used: its format can hide a program, so I read .safetensors files only. It can be converted: docs/models.md says how.
    [strange] The model { $model } can't be used: it is of a kind that I don't know how to use.
    [unlike] { $model } can't be used here: it was made for another kind of model.
    [unfinished] The model { $model } can't be used yet: its download is not finished.
    [elsewhere] { $model } is no model that can paint: it belongs in another folder.
    [part] { $model } can't paint alone: it is only a part of a model.
   *[other] The model { $model } can't be used.
}
error-unfit-model = { $model ->
    [none] No model here can do that.
   *[other] The model { $model } can't do that: choose another, or leave out --model.
}
error-noiseless = { $upscaler } puts no noise on a picture: leave out { $flag }, or choose another upscaler.
error-picture-needed = The model { $model } draws nothing without a picture: send one along, or reply to one.
error-not-allowed = This bot is for invited people. To be let in, give the admin your id: { $id }
error-not-yours = That belongs to somebody else.
error-not-found = That is not here any more.
error-withheld = 🔒 It is painted, but not fit for everybody here, so I hold it back. Other words may do.
error-unlooked = 🔒 It is painted, but I could not check whether it is fit for everybody here, so I hold it back. Please try again later.
error-too-many-jobs = { $limit ->
    [one] You have { $limit } picture waiting already. You can ask for another when it is done.
   *[other] You have { $limit } pictures waiting already. You can ask for another when one of them is done.
}
error-closing = I am just being restarted. Please try again in a moment.
error-not-for-all = 🔒 This picture is not known to be fit for everybody, so no link can show it.
error-no-store = I can't keep anything just now: my store can't be used. Please tell whoever runs me, and try again later.

## In a terminal

terminal-starting = Starting…
terminal-ready = Lukis is ready.
terminal-page = Page: { $address }
terminal-on = { $platform }: on.
terminal-off = { $platform }: off. To turn it on, put { $setting } into .env (see { $file }).
terminal-open = Access: anyone who finds the bot may draw. To change that, put { $setting } into .env.
terminal-unmarked = It has no watermark of Lukis's.
terminal-head = The cluster's head is at { $address }. On each other machine: copy the key { $key } there, for its owner alone, then: { $command }
terminal-worker = { $name } has joined { $address }. Devices to draw on: { $devices }.
terminal-drain = { $name } gets nothing new, and draws what it has.
terminal-drain-none = No machine of the cluster is called { $name }. There are: { $names }.
terminal-drained = { $name } has drawn all that it had.
terminal-untold = It doesn't say how it was made.
terminal-no-film = { $file }: an MP4 takes ffmpeg, which is not on this machine. A name that ends in .webp or .gif works without.
terminal-listed = { $count ->
    [one] Access: only the { $count } listed in ALLOWED may draw. To change that, put { $setting } into .env.
   *[other] Access: only the { $count } listed in ALLOWED may draw. To change that, put { $setting } into .env.
}
terminal-backup = { $file }: the database and the pictures ({ $pictures }), { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-backup-words = { $file }: the database without pictures, { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-restored = Everything is as it was on { $date }. Pictures brought back: { $pictures }.
terminal-restored-before = The database that was there is kept: { $file }.
terminal-restore-occupied = There is a database already: { $file }. With { $flag } it gives way, and is kept beside the new one.
terminal-pruned = Deleted pictures: { $pictures }. That frees { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-prune-dry = Pictures to delete: { $pictures }, { NUMBER($size, maximumFractionDigits: 1) } MB. Nothing was deleted.
terminal-status = Lukis { $version }, running for { $time }. On: { $platforms }.
terminal-status-work = Waiting: { $waiting } · painting: { $drawing } · being delivered: { $delivering } · free on the disk: { NUMBER($space, maximumFractionDigits: 1) } GB
terminal-status-device = { $device }: rows: { $rows } · lanes: { $lanes } · steps so far: { $forwards } · models loaded: { $loads }
terminal-status-device-away = { $device }: takes nothing now; the log says why.
terminal-status-starting = The devices are still starting.
terminal-status-queued = ⏳ Number { $position } in line
terminal-status-queued-wait = ⏳ Number { $position } in line: about { $wait }
terminal-status-delivering = 📨 Being delivered
terminal-status-more = … and { $count } more
terminal-status-none = No Lukis is running on { $folder }. To start it: { $command }

rented-page = Your page: { $address }
rented-no-page = No page can be reached from this notebook. Write to your bot in Telegram or Discord.
rented-needs-token = No page can be reached from this notebook, so it takes a token: choose Telegram or Discord in the cell above.
rented-token = Token of your bot in { $platform }. It is kept nowhere; leave it empty for none:
rented-running = Lukis is running.
rented-off = Lukis is not running.
rented-stopped = Lukis has ended. Nothing is lost.
rented-broke = Lukis has ended by itself; the lines above say why. Then run this cell again.
rented-kept = Pictures kept in { $folder }: { $count }.
rented-copied = The newest copy there is { $minutes } min old.

doctor-data = Data folder
doctor-data-free = { $folder } (free, { NUMBER($space, maximumFractionDigits: 1) } GB left)
doctor-data-used = { $folder } (in use by a running Lukis, { NUMBER($space, maximumFractionDigits: 1) } GB left)
doctor-data-full = { $folder }: only { NUMBER($space, maximumFractionDigits: 1) } GB are left, less than { $setting }, so nothing new is taken. Make space, or let old pictures go (docs/keeping.md).
doctor-database = Database
doctor-database-none = not there yet; the first start makes it
doctor-database-told = version { $version }, { NUMBER($size, maximumFractionDigits: 1) } MB, copies of before updates: { $backups }
doctor-tokens = Tokens
doctor-token-missing = { $platform } not set
doctor-token-works = { $platform }: I am { $name }
doctor-token-bad = { $platform } does not accept the token. Copy it anew into { $setting } ({ $file }).
doctor-token-silent = { $platform } gives no answer at { $address }. Look whether this machine has a network, and whether a firewall or proxy is in the way.
doctor-hook-fails = { $platform } can't reach { $address }: { $why }. Look at the proxy in front of it ({ $file }). Waiting: { $waiting }.
doctor-chat-away = { $chat }: I am not in there, or may not look. Add me, or take it out of { $setting }.
doctor-chat-lacks = { $chat }: I lack rights there: { $rights }. Give me those in the chat's settings.
doctor-clock = Clock
doctor-clock-right = as { $platform }'s
doctor-clock-wrong = { $time } away from { $platform }'s. Let the system set it by the network (NTP).
doctor-clock-unknown = nobody to compare it with
doctor-page = Page
doctor-page-off = off
doctor-page-taken = Another program listens on port { $port }. End it, or choose another { $setting }.
doctor-page-nowhere = This machine can't listen on { $address }. Choose another { $setting }; 127.0.0.1 always works.
doctor-translators = Translators
doctor-translators-off = none: prompts stay as they are typed
doctor-translator-works = { $name } answers
doctor-translator-silent = { $name } gives no answer
doctor-translators-none = So prompts in other languages stay as they are. Look at the network, or put { $name } into { $setting }, which needs none.
doctor-access = Access
doctor-access-told = { $access }, { $allowed } allowed, { $admins } admins
doctor-quotas = Quotas
doctor-quotas-none = no file: nobody has a limit
doctor-quotas-told = { $file } (classes: { $classes }, kinds of chats: { $chats })
doctor-torch-told = { $version } on { $devices }
doctor-cpu = the CPU
doctor-models = Models
doctor-cluster = Cluster
doctor-cluster-machine = { $name } ({ $address }), devices: { $devices }
doctor-cluster-other = The head runs another version than this machine: { $differs }. Install the same on both.
doctor-cluster-open = { $ports }: they answer whoever asks, without a key. Close them to everybody ({ $file }).
doctor-safety = Safety check
doctor-safety-off = off
doctor-safety-works = { $policy }, { $chats } of their own; it tells pictures apart
doctor-model-coming = { $model } is not here yet: { NUMBER($done, maximumFractionDigits: 2) } of { NUMBER($size, maximumFractionDigits: 2) } GB are downloaded; { $command } fetches the rest

## The page

page-skip = Skip to the prompt
page-sections = Sections
page-chat = Chat
page-gallery = Gallery
page-language = Language
page-theme = Light or dark
page-headline = What shall we paint?
page-tagline = Describe a picture in any language. Or start from one of these:
page-first-fox = a fox in the snow
page-first-rocket = a rocket in space
page-first-elephant = a blue elephant on grass
page-first-wizard = a wizard in the forest
page-first-house = a house at night
page-first-penguin = a penguin and a pizza at the beach
page-take = Write this again
page-retry = Edit and retry
page-earlier = Earlier words
page-earlier-empty = The words of your pictures stand here, once there are some.
page-help = Help
page-help-examples = Try one of these
page-help-options = Options
page-help-option = Written behind your words, such as { $value }. Most are in the settings, too.
page-help-keys = Keys
page-keys-single = Single letters and signs work as keys
page-key-write = Write
page-key-commands = Commands
page-key-settings = Settings
page-key-help = This help
page-key-turn = Leaf through large pictures
page-key-delete = Delete the large picture
page-key-undo = Bring back what was deleted
page-key-close = Close, or leave what the words are about
page-key-before = What you wrote before, while the box is empty
page-advanced = Advanced
page-how = How was it made?
page-restore = Use its words and settings
page-restored = Its words are in the box, its settings are set.
page-you = You:
page-prompt = What to paint
page-placeholder = Describe a picture, in any language…
page-placeholder-change = What should be different?
page-words-missing = Say in words what to do with the picture.
page-words-answer = Write your answer first.
page-count = { $count } of { $limit } characters
page-send = Paint
page-attach = Start from a picture
page-drop = Drop the picture here
page-settings = Settings
page-settings-reset = Back to automatic
page-auto = Auto
page-random = Random
page-out-of-range = This must be between { $least } and { $most }.
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
page-delete = Delete this one
page-deleted = Deleted.
page-undo = Undo
page-open = See it large
page-picture = Picture
page-picture-alt = Picture: { $prompt }
page-picture-of = Picture { $number } of { $count }: { $prompt }
page-preview = The picture as it comes into being
page-progress = Progress
page-newest = To the newest
page-queue = Under way
page-queue-count = Under way: { $count }
page-cancel-one = Cancel: { $prompt }
page-cancel-all = Cancel all
page-newer = Newer
page-older = Older
page-close = Close
page-previous = Previous picture
page-next = Next picture
page-copy-prompt = Copy prompt
page-copy-seed = Copy seed { $seed }
page-copied = Copied.
page-download = Download original
page-part = Change a part
page-draw = Draw
page-done = Done
page-redo = Redo
page-clear = Clear
page-invert = Swap marked and unmarked
page-canvas = Canvas
page-canvas-keys = Arrow keys move the brush, Space paints, Shift with an arrow key paints a line. Plus and minus zoom, square brackets change the size, B is the brush and E the eraser.
page-brushes = Tools
page-brush = Brush
page-eraser = Eraser
page-move = Move the picture
page-brush-size = Size of the brush
page-farther = Zoom out
page-fit = Whole picture
page-nearer = Zoom in
page-colours = Colours
page-colour-own = Your own colour
page-colour-black = Black
page-colour-grey = Grey
page-colour-white = White
page-colour-red = Red
page-colour-orange = Orange
page-colour-yellow = Yellow
page-colour-green = Green
page-colour-blue = Blue
page-colour-purple = Purple
page-colour-pink = Pink
page-colour-brown = Brown
page-marked = Changing the striped part
page-marked-share = { $value } marked
page-drawn = Starting from your drawing
page-placeholder-part = What should be in the striped part?
page-placeholder-drawing = What is it a drawing of?
page-mask-empty = Brush over what is to change first.
page-mask-full = All of the picture is marked. Leave out what is to stay.
page-drawing-empty = Draw something first.
page-cannot-draw = This picture can’t be shown here, so there is nothing to draw on.
page-gallery-empty = Nothing here yet. Your pictures appear here once they are painted.
page-favourite = Favourite
page-favourites = Favourites
page-favourites-empty = No favourites yet. ⭐ below a picture makes it one.
page-details = About this picture
page-made-from = Made from
page-became = Became
page-copy = Copy
page-share = Share
page-shared-until = Anybody with its link sees it until { $time }.
page-unshare = End the link
shared-link = For { $time } anybody with the link sees this picture and its words.
shared-ended = No link shows this picture any more.
shared-drawn = Drawn with Lukis, from these words.
shared-try = Draw a picture
shared-over = This link shows nothing any more.
page-compare = Compare
page-compared = How much of the picture before is shown
page-before = Before
page-after = After
about-prompt = Prompt
about-english = In English
about-loras = LoRAs
about-created = Asked for
about-seconds = Painted in
about-took = { $seconds } s
page-search = Search your pictures
page-search-example = Words, a model, a day…
page-search-empty = Nothing found. Fewer words may find more.
page-select = Select
page-select-one = Select: { $prompt }
page-select-most = At most { $limit } at once.
page-selected = Selected: { $count }
page-picked = Selected pictures
page-delete-them = Delete
page-zip = Download as zip
page-zip-large = That is too much for one file. Select fewer.
page-zip-gone = Some of these are no longer here. Please load the page again.
page-offline = Lukis doesn't answer. Trying again…
page-not-sent = That could not be sent. Is Lukis running?
page-no-tools = This part of the page could not be fetched. Is Lukis running?
page-malformed = I could not read that. Please load the page again.
page-too-fast = That was quick! Give me a few seconds.
page-cookie = This page needs a cookie to tell you from others. Please allow it and load the page again.
page-not-vouched = I could not tell who you are. Please close this and open it from our chat again.
page-who = Who you are here
page-sign-in = Sign in with { $platform }
page-signed-in = You are { $name } from { $platform }: the same pictures, the same history.
page-sign-out = Sign out
page-not-signed-in = That did not sign you in. Please try it once more.

## Discord's own places for words (names in lower case, without spaces)

discord-prompt = prompt
discord-prompt-help = What you want to see, in any language
discord-about = about
discord-about-help = A word or topic to look up, such as steps
discord-page = page
discord-page-help = Which page, 1 is the newest
discord-words = words
discord-words-help = Which pictures: words of their prompts, --model, 2026-11, yesterday
discord-language = language
discord-language-help = The language I shall speak
discord-change = change
discord-change-help = Such as --steps 30 --ar 16:9, or: reset steps
discord-file = file
discord-file-help = The picture, as a file
discord-second = second
discord-second-help = One more picture to blend.
discord-third = third
discord-third-help = One more picture to blend.
discord-fourth = fourth
discord-fourth-help = One more picture to blend.
discord-fifth = fifth
discord-fifth-help = One more picture to blend.
discord-job = number
discord-job-help = Your picture’s number, as its file is called.
discord-private = private
discord-private-help = Show the picture and all that comes of it to me alone
discord-menu = Imagine from this image
discord-info = How was this made?
discord-upscale = Upscale
discord-again = Draw again
discord-describe = What is in it?
discord-english = The English that I paint
discord-no-form = I could not open the field for your words. Please choose “{ $menu }” once more.

## For those in charge of a chat, and whoever runs me

button-report = 🚩 Report
button-remove = 🗑 Remove
button-warn = ✋ Warn
button-ban = ⛔ Ban
button-dismiss = ✅ Leave it
report-thanks = Thank you. Those in charge here will look at it.
report-nobody = There is nobody in charge here whom I could tell.
report-many = Thank you. Those in charge here have much to look at already; please try again later.
report-seen = Those in charge here have looked at this picture already.
report-told = 🚩 A picture was reported. It is by { $person }, in { $chat }:
report-listed = 🚩 A list found “{ $line }”. This is by { $person }, in { $chat }:
report-closed =
    { $deed ->
         [remove] ✅ { $name } took the picture away.
         [warn] ✅ { $name } warned its person.
         [ban] ✅ { $name } banned its person and took the picture away.
        *[dismiss] ✅ { $name } left it as it is.
    }
report-done =
    { $deed ->
         [remove] Taken away.
         [warn] Warned.
         [ban] Banned, and the picture is taken away.
        *[dismiss] Left as it is.
    }
report-done-already = It is settled: another admin was quicker.
report-outcome =
    { $deed ->
         [remove] What you reported has been looked at: the picture is gone. Thank you.
         [warn] What you reported has been looked at: its person was asked to be considerate. Thank you.
         [ban] What you reported has been looked at: the picture is gone, and its person may not paint here any more. Thank you.
        *[dismiss] What you reported has been looked at: the picture may stay. Thank you for caring.
    }
report-warning = 🙏 Those in charge here ask you to be considerate: others see what you have painted.
command-moderate = For admins: lists of words, bans, pauses and more
command-moderate-names = moderate, admin
moderate-how = What you can send, as an admin:
    /moderate test … – what the lists would do with words, and why
    /moderate block …, spoiler …, report …, allow … – put a word on a list: not painted, painted but hidden, told to you, or never found
    /moderate lists, /moderate drop … – see the lists of this chat, take a word off
    /moderate ban …, unban … – keep a person out, by id or in reply to a picture
    /moderate limit …, unlimit – how many pictures fit into an hour or a day, for this chat or for a person
    /moderate pause, resume – take nothing new; what runs is finished
    /moderate say … – say something here in my name
    /moderate stats, log, reports – who paints how much, what admins did, and the open reports
moderate-how-operators = /moderate broadcast …, stop – tell all chats something, and take back what has not gone out
    Bans, pauses, statistics and the log are for all chats, or for this one with “here” at the end.
moderate-test-how = Send the words along: /moderate test …
moderate-test-nothing = ✅ No list finds anything. In English: { $english }
moderate-test-english = In English: { $english }
moderate-test-found =
    { $list ->
         [block] ⛔ Not painted:
         [spoiler] 🙈 Painted, but hidden until tapped:
        *[report] 🚩 Painted, and admins hear of it:
    } { $where ->
         [bot] “{ $line }”, from the lists for all chats.
        *[chat] “{ $line }”, from the lists of this chat.
    }
moderate-lists =
    { $count ->
         [one] The lists of this chat have { $count } line.
        *[other] The lists of this chat have { $count } lines.
    }
moderate-line = • { $list }: { $line }
moderate-full = The lists of this chat are full: { $limit } lines is the most.
moderate-bad-line =
    { $why ->
         [long] That line is too long.
         [empty] There is no letter in that line.
         [pattern] That is no regular expression.
         [all] That would find everything.
        *[slow] That expression takes too long with some texts.
    }
moderate-added = ✅ On the list { $list } now: { $line }
moderate-known = It is on the list { $list } already: { $line }
moderate-dropped = ✅ On no list of this chat any more: { $line }
moderate-no-line = It is on no list of this chat: { $line }
moderate-who = Who is meant? Reply to a picture of theirs, or send an id along, such as telegram:123.
moderate-banned =
    { $where ->
         [everywhere] ⛔ I take nothing new from { $person } any more, in any chat.
        *[here] ⛔ I take nothing new from { $person } any more in this chat.
    } { $count ->
         [one] Stopped { $count } picture.
        *[other] Stopped { $count } pictures.
    }
moderate-banned-already = { $person } is banned already.
moderate-unbanned = ✅ { $person } may paint again.
moderate-not-banned = { $person } is not banned.
moderate-limit-how = How many, and in which time? For all of this chat together: /moderate limit 50/day. For a person, by id or in reply to a picture: /moderate limit telegram:123 5/hour. /moderate unlimit takes it away.
moderate-limit-all = all of this chat together
moderate-limited = ✅ { $whom } – { $kind }: { $limit }
moderate-limits = Limits that admins have set here:
moderate-limits-none = No admin has set a limit here.
moderate-limit-line = • { $whom } – { $kind }: { $limit }
moderate-unlimited = ✅ No limit of an admin any more: { $whom }
moderate-not-limited = No admin has set a limit for { $whom }.
moderate-paused =
    { $where ->
         [everywhere] ⏸ I take nothing new now, in any chat. What runs is finished.
        *[here] ⏸ I take nothing new in this chat now. What runs is finished.
    }
moderate-resumed =
    { $where ->
         [everywhere] ▶️ I paint again in all chats.
        *[here] ▶️ I paint again in this chat.
    }
moderate-reports = Open reports, sent to you in private: { $count }
moderate-say-how = Send the words along.
moderate-said = ✅ Said.
moderate-broadcast =
    { $count ->
         [one] 📣 On its way to { $count } chat.
        *[other] 📣 On its way to { $count } chats.
    } /moderate stop takes back what has not gone out.
moderate-stopped =
    { $count ->
         [one] ✋ { $count } chat doesn't hear of it.
        *[other] ✋ { $count } chats don't hear of it.
    }
moderate-stats = Last { $days } days: people { $people } · requests { $jobs } · pictures { $pictures }
moderate-busy = Waiting or being painted now: { $count }
moderate-stats-line = • { $name } ({ $person }): pictures { $pictures } · requests { $jobs }
moderate-log = What admins did, page { $number }:
moderate-log-line = • { $when } { $name } – { $what } { $about } ({ $chat })
error-not-admin = This is for admins. If you run me, put your id into ADMINS: { $id }
error-banned = An admin has decided that I take nothing new from you here. If you think that is a mistake, please talk to them.
error-paused = I take nothing new just now. What is waiting will be finished; please try again later.
error-over-quota =
    { $whose ->
         [chat] This chat has had as much as it may for now
        *[person] You have had as much as you may for now
    } ({ $kind }: { $limit }). There is room for this again in { $wait }.
error-too-much-at-once = That is too much at once: { $asked }, and at most { $limit } fit ({ $kind }). Please ask for less.
error-too-large-here = That is larger than you may ask for here: { $size } megapixels, and { $limit } is the most.
error-not-that-model = The model { $model } is not among those that you may draw with here: { $choices }.
error-blocked = I don't paint this here. Please try it with something else.
discord-order = order
discord-order-help = What is to be done. Empty: what there is
