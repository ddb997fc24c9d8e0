### Bahasa Indonesia. Apa arti tiap pesan dan aturannya: lihat en.ftl dan docs/interface.md.

language-name = Bahasa Indonesia
language-names = bahasa indonesia, indonesia, indonesian, bahasa

## While a job waits and runs

status-waiting = 🎨 Sebentar, menyiapkan…
status-sweep = Ini akan jadi { $count } gambar.
status-morph = Ini akan jadi { $count } bingkai.
status-queued = ⏳ { $position ->
    [1] Giliranmu berikutnya.
   *[other] Antrean nomor { $position }.
}
status-queued-wait = ⏳ { $position ->
    [1] Giliranmu berikutnya: kira-kira { $wait } lagi.
   *[other] Antrean nomor { $position }: kira-kira { $wait } lagi.
}
status-start = 🔌 Sebuah mesin sedang dinyalakan; itu perlu kira-kira { $time }.
status-started = 🎨 Mulai melukis…
status-larger = 🔍 Memperbesar ke { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }
status-larger-time = 🔍 Memperbesar ke { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }: kira-kira { $time }
status-progress = 🎨 Melukis: { NUMBER($share, style: "percent") }
find-found = 🎯 Sepertinya “{ $words }” ada di sini: bagian bergaris dilukis ulang, sisanya tetap. Belum ada yang dilukis sampai kamu setuju.
status-cancelled = ✋ Dibatalkan.
status-over = ✅ Sudah selesai.
status-parting = ⏳ Ini lebih lama dari waktu yang kupunya untuk menjawab di sini. Gambarnya kukirim lewat pesan pribadi kalau bisa; /history selalu memperlihatkannya.

## Results

result-english = Dalam bahasa Inggris: { $english }
result-looked-for = Yang kucari, dalam bahasa Inggris: { $english }
result-joined = Digabung dengan isi gambarnya: { $english }
result-without = Tidak digambar: { $negative }
result-word-for-word = Diterjemahkan kata demi kata dengan kamus bawaan: layanan terjemahan sedang tidak menjawab.
result-dictionary = Diterjemahkan kata demi kata dengan kamus bawaan.
result-not-translated = Saat ini tidak ada yang bisa menerjemahkannya, jadi dilukis persis seperti yang kamu tulis.
result-translator = Diterjemahkan oleh { $provider }.
result-person = Dengan bahasa Inggrismu sendiri.
result-draws = Aku model kecil dan baru mengenal beberapa hal. Coba: { $examples }
result-narrowed = { $model } tidak punya ukuran { $asked }: yang terdekat adalah { $size }.
result-unheard = { $model ->
    [none] Dengan panduan 1, model tidak diberi tahu apa yang harus ditiadakan. Dengan --cfg lebih tinggi, diberi tahu.
   *[other] { $model } tidak bisa diberi tahu apa yang harus ditiadakan.
}
notice-lora-in-part = Hanya { NUMBER($share, style: "percent") } dari LoRA { $lora } cocok dengan { $model }; sisanya tidak berpengaruh.
notice-guessed-mask = Gambarmu kuanggap sebagai masker: yang ditandai atau putih di dalamnya dilukis ulang. Kirim tanpa membalas kalau gambar itu sendiri yang mau diubah.
notice-first-frame = Gambar yang kamu kirim bergerak: hanya bingkai pertamanya yang kuambil.
notice-first-page = Berkas yang kamu kirim punya beberapa halaman: hanya halaman pertamanya yang kuambil.
notice-read-as = Dibaca sebagai: { $told }.
notice-no-meaning = Di sini tidak ada padanannya, jadi tidak berpengaruh: { $flags }
notice-not-here = Pengaturannya meminta yang tidak ada di sini: { $things }
notice-default-away = { $wanted } sedang tidak bisa dipakai, jadi { $model } yang melukis.
notice-held-back =
    { $count ->
       *[other] { $count } gambar ditahan karena tidak pantas untuk semua orang di sini.
    }
result-deleted = 🗑 Sudah dihapus.
result-smaller = Dikirim lebih kecil sebagai JPEG: aslinya terlalu besar untuk obrolan ini.
result-not-taken = 🖼 Gambarnya sudah jadi, tetapi obrolan ini tidak menerimanya dariku. Lihat dengan /history lewat pesan pribadi kepadaku.
result-held-back = 🔒 Gambar ini ditahan di sini karena tidak pantas untuk semua orang.
result-facts = seed { $seed } · { $size } · { $steps } langkah · { $sampler } · cfg { $cfg } · { $model }
result-redrawn = seed { $seed } · { $size } · { $steps } langkah · cfg { $cfg }
result-own = { $name } { $value }
result-frames = { $count } bingkai

## Buttons

button-cancel = ✋ Batalkan
button-reroll = 🎲 Ulangi
button-subtle = ✨ Variasi tipis
button-strong = 🌀 Variasi jauh
button-remix = 📝 Sunting
button-upscale = 🔍 Perbesar ×{ $times }
button-left = ⬅️ Kiri
button-right = ➡️ Kanan
button-up = ⬆️ Atas
button-down = ⬇️ Bawah
button-zoom = 🔭 Menjauh
button-square = ⬜ Jadikan persegi
button-invert = 🔁 Bagian lain
button-use = ✅ Pakai
button-original = 📄 Berkas asli
button-one = 🖼 { $number }
button-original-one = 📄 { $number }
button-delete = 🗑 Hapus
button-undo = ↩️ Batalkan hapus
button-show = 🖼 Tampilkan lagi
button-star = ⭐ Favorit
button-again = 🎨 Lukis lagi
button-version = 🎨 { $number }
button-use-it = 🎨 Pakai ini
button-own-words = ✏️ Kata-kataku
button-raw = Pakai kata-kataku
button-edit = ✏️ Ubah terjemahan
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = Dibatalkan.
toast-too-late = Terlambat: gambarnya sudah jadi.
toast-deleted = Sudah dihapus.
toast-undone = Sudah kembali.
toast-starred = ⭐ Sekarang jadi favoritmu: /favourites menampilkan semuanya.
toast-unstarred = Bukan favoritmu lagi.
toast-language = Sekarang aku berbahasa Indonesia.

## Commands

command-imagine = Lukis gambar dari kata-kata
command-imagine-names = gambar, lukis, bayangkan, buat
command-morph = Ubah satu gambar menjadi gambar lain, sebagai animasi
command-morph-names = morf, animasi, peralihan
command-history = Lihat gambar-gambarmu
command-history-names = riwayat, galeri
command-favourites = Lihat gambar favoritmu
command-favourites-names = favorit, bintang
command-info = Lihat bagaimana sebuah gambar dibuat
command-info-names = info, resep
command-upscale = Perbesar gambar dengan rincian lebih halus
command-upscale-names = perbesar, besarkan
command-blend = Padukan dua sampai lima gambar jadi satu
command-blend-names = padukan, campur, leburkan
command-shorten = Lihat kata mana yang penting, dan versi singkatnya
command-shorten-names = singkat, ringkas
command-describe = Ceritakan isi sebuah gambar dengan kata-kata
command-describe-names = gambarkan, deskripsi
command-expand = Perkaya prompt pendek, dan lihat dulu hasilnya
command-expand-names = perluas, perkaya
command-show = Tampilkan lagi salah satu gambarmu, lewat nomornya
command-show-names = tampilkan, perlihatkan
command-again = Lukis lagi salah satu gambarmu, lewat nomornya
command-again-names = lagi, ulang
command-cancel = Hentikan gambarmu yang menunggu atau sedang dibuat
command-cancel-names = batal, batalkan, berhenti
command-help = Cara kerjanya, dan arti istilah-istilahnya
command-help-names = bantuan, panduan, tolong
command-models = Model apa saja yang bisa melukis
command-models-names = daftar-model
command-style = Gaya: seperti apa gambarnya
command-style-names = gaya
command-settings = Atur yang berlaku untuk semua gambarku
command-settings-names = pengaturan, setelan
command-language = Pilih bahasa yang kupakai
command-language-names = bahasa
command-start = Sapa aku
command-start-names = mulai, halo

# Styles: what each is called
style-choose = Gaya, { $number } dari { $total }. Tekan satu untuk prompt berikutnya, atau tulis { $flag } dan namanya.
style-use = Pakai
style-example = seekor rubah
style-how = Untuk menyimpan gaya sebuah gambar, balas dengan /style save dan sebuah nama; kata setelah nama menjadi bingkai prompt. /style delete dan namanya melupakannya.
style-saved = Tersimpan sebagai { $flag }. Di sekitar prompt ditaruh: { $frame }
style-full = Kamu sudah punya { $limit } gaya. /style delete dan sebuah nama memberi tempat.
style-unfit = “{ $name }” tidak bisa jadi gaya: ada kurung kurawal, garis tegak, atau tanpa huruf.
style-deleted = { $name } sudah dilupakan.
style-none = Kamu tidak punya gaya bernama { $name }.
style-save-names = simpan
style-delete-names = hapus, lupakan
style-photo = Foto
style-portrait = Potret
style-cinematic = Sinematik
style-noir = Film hitam-putih
style-polaroid = Foto instan
style-macro = Foto makro
style-watercolor = Cat air
style-oil = Cat minyak
style-gouache = Guas
style-ink = Tinta
style-sketch = Sketsa pensil
style-charcoal = Arang
style-pastel = Kapur pastel
style-impressionist = Impresionis
style-ukiyoe = Cukil Jepang
style-woodcut = Cukil kayu
style-glass = Kaca patri
style-mosaic = Mozaik
style-batik = Kain batik
style-anime = Gaya anime
style-manga = Gaya manga
style-comic = Komik
style-pixel = Seni piksel
style-lowpoly = Poligon sederhana
style-clay = Tanah liat
style-paper = Potongan kertas
style-neon = Lampu neon
style-cyberpunk = Kota siber
style-fantasy = Fantasi
style-vaporwave = Retro merah jambu

imagine-how = Ceritakan apa yang ingin kamu lihat, dalam bahasa apa pun. Contohnya:
    /imagine { $example }
form-how = Pilih di bawah sesukamu. Lalu kirim kata-katamu: balas pesan ini, atau langsung di chat pribadi.
form-edit = Ubah sesukamu di bawah, lalu lukis lagi; atau balas pesan ini dengan kata-kata lain.
form-paint = 🎨 Lukis
imagine-example = rubah merah di salju --ar 16:9
message-hint = Aku menggambar apa yang kamu tulis, dalam bahasa apa pun. Contohnya:
    { $example }
forwarded-offer = Ini kata-kata orang lain. Kugambar?
changed-offer = Kata-katanya berubah. Kugambar yang ini sekarang?
offer-drawn = Siap, kukerjakan.
group-hello = Halo, semuanya! Tiga hal yang perlu diketahui:
    • /imagine dan apa yang ingin kamu lihat, dalam bahasa apa pun: kugambar di sini, terlihat oleh semua.
    • Balas salah satu gambarku dengan kata-kata, dan aku mengubahnya.
    • Admin memilih apa yang berlaku di sini dengan /settings chat dan menjaga ketertiban dengan /moderate; selebihnya ada di /help.
greeting-names = halo, hai, hei, selamat pagi, selamat siang, selamat malam, terima kasih, makasih, oke, ya, tidak, tes, apa kabar, siapa kamu
called-how = Tulis apa yang ingin kamu lihat tepat sebelum atau sesudah namaku, dalam bahasa apa pun, atau balas sebuah gambar dengan itu. Contohnya:
    @Lukis { $example }
history-empty = Belum ada gambar. Kirim /imagine dan apa yang ingin kamu lihat.
history-empty-here = Kamu belum membuat gambar di obrolan ini. Di obrolan pribadi denganku, /history menampilkan semua gambarmu.
history-page = { $number } dari { $total }
history-page-here = { $number } dari { $total } di obrolan ini
favourites-empty = Belum ada favorit. ⭐ di bawah gambar menjadikannya favorit.
favourites-empty-here = Belum ada favoritmu dari obrolan ini. Di obrolan pribadi denganku, /favourites menampilkan semuanya.
favourites-page = ⭐ Favoritmu
favourites-page-here = ⭐ Favoritmu dari obrolan ini
history-today = hari-ini
history-yesterday = kemarin
found-page = 🔎 Yang kamu cari, terbaru dulu
found-page-here = 🔎 Yang kamu cari, dari obrolan ini
found-empty = Tidak ada gambarmu yang cocok dengan itu.
found-empty-here = Tidak ada gambarmu dari obrolan ini yang cocok. Di obrolan pribadi denganku, /history mencari di semua gambarmu.
cancel-none = Tidak ada yang menunggu atau sedang dibuat.
cancel-done = { $count } gambar dihentikan.
edit-ask = Balas pesan ini dengan kalimat bahasa Inggris yang harus kulukis. Sekarang bunyinya:
    { $english }
info-how = Balas sebuah gambar dengan /info, atau sertakan gambar, dan aku ceritakan bagaimana ia dibuat.
info-days = Gambar kusimpan selama { $days } hari, lalu kuhapus.
info-budget = Gambar kusimpan selama semuanya memakan kurang dari { NUMBER($size, maximumFractionDigits: 1) } GB; setelah itu yang paling lama dihapus.
quota-kind =
    { $what ->
         [work]
            { $span ->
                 [day] kerja dalam 24 jam
                *[hour] kerja dalam satu jam
            }
        *[pictures]
            { $span ->
                 [day] gambar dalam 24 jam
                *[hour] gambar dalam satu jam
            }
    }
quota-used =
    { $whose ->
         [chat] 📊 Obrolan ini, { $kind }: { $used } dari { $limit }
        *[person] 📊 Kamu, { $kind }: { $used } dari { $limit }
    }
upscale-how = Balas sebuah gambar dengan { $command }, atau sertakan gambar, dan kubuat dua kali lebih lebar dan tinggi. { $command } 4 membuatnya empat kali.
blend-how = Kirim { $least } sampai { $most } gambar dengan { $command }, boleh juga alamatnya, atau balas satu gambar dengan gambar lain, dan kulukis yang ada di antaranya.
shorten-how = Tulis prompt setelah { $command }, dan kuberi tahu kata mana yang penting, dengan versi yang lebih singkat.
shorten-told = Yang paling penting: { $words }
shorten-short = Setiap katanya penting: tidak ada yang perlu dibuang.
describe-how = Balas sebuah gambar dengan { $command }, atau sertakan gambar atau alamatnya, dan kuceritakan isinya.
describe-told = Menurut yang kulihat:
expand-how = Tulis prompt pendek setelah { $command }, dan kuperkaya. Kamu melihatnya dulu sebelum ada yang dilukis.
expand-off = Belum ada model untuk { $command } di sini. Yang menjalankanku bisa mengaturnya lewat { $setting }.
expand-told = Lebih kaya:
show-how = Tulis nomor gambar setelah { $command }: { $command } 12.
again-how = Tulis nomor gambar setelah { $command }, atau kirim sebagai balasan untuk sebuah gambar: { $command } 12.
aside-draw = 🎨 Lukis “{ $words }”
aside-open = 🎨 Melukis denganku
again-told = 📋 Gambar ini menyebut bagaimana ia dibuat. Tombol di bawah melukisnya lagi; untuk mengubah sesuatu, kirim ini dengan perubahanmu:
    { $command }
again-untold = Gambar ini tidak menyebut bagaimana ia dibuat: aplikasi chat menghapusnya dari foto, jadi kirim sebagai berkas. Untuk mengubah gambarnya, balas dengan kata-kata.
again-source = Gambar ini dibuat dari gambar lain, yang tidak ada di dalam berkasnya: kirim perintahnya sebagai balasan ke gambar itu.
again-given = Hash gambar yang menjadi asalnya: { $pictures }
again-mask = Bagian yang dilukis ulang ditandai dengan tangan, dan itu tidak bisa ditulis dalam perintah: kirim juga maskernya.
again-model = Model { $model } tidak ada di sini, jadi model lain yang melukis.
again-loras = LoRA ini tidak ada di sini, jadi dilewati: { $names }
again-beyond = Dilewati, karena aku tidak bisa melakukannya di sini: { $things }
again-alike = Ini dibuat dengan { $program }: punyaku akan mirip, tidak sama persis.
again-alike-other = Ini dibuat dengan program lain: punyaku akan mirip, tidak sama persis.
again-marked = Gambar ini membawa tanda air tak terlihat dari Lukis.
models-title = Model yang bisa melukis:
models-line = • { $name }: { $title }
models-how = Pilih dengan --model, misalnya: /imagine rubah merah --model { $name }
models-instead = Tanpa --model, yang melukis { $name }.
models-loras = LoRA, ditulis <lora:{ $name }:0.8>: { $names }
models-triggers = Dalam kurung: kata-kata dalam prompt yang memanggil LoRA itu.
models-embeddings = Embedding, ditulis dengan namanya: { $names }
models-tagged = Embedding yang berupa kata sehari-hari, ditulis <emb:{ $name }>: { $names }
models-controls = ControlNet, dipakai dengan --control pada gambar: { $names }
models-upscalers = Pembesar, --upscaler { $name }: { $names }
models-adapters = IP-Adapter, dipakai dengan --like pada gambar: { $names }
models-hypernets = Hypernetwork, ditulis <hypernet:{ $name }:0.7>: { $names }
models-vaes = VAE, --vae { $name }: { $names }
beside-models = Model
beside-loras = LoRA
beside-embeddings = Embedding
beside-controls = ControlNet
beside-likes = IP-Adapter
beside-upscalers = Pembesar
beside-hypernets = Hypernetwork
beside-vaes = VAE
models-one = { $name }, { $number } dari { $total }
models-use = Pakai model ini
models-examples = Bagus untuk: { $words }
models-styles = Gayanya: { $words }
models-licence = Lisensi: { $name }
beside-choose = { $kind }, { $number } dari { $total }: tekan satu untuk memakainya di prompt berikutnya.
beside-ready = Siap untuk prompt berikutnya. Salin dan isi dengan kata-katamu sendiri:
beside-reply = Siap untuk sebuah gambar. Kirim ini sebagai balasan:
beside-triggers = Kata yang memanggilnya: { $words }
beside-back = Semua jenis
models-renamed = Bernama lain, karena namanya sudah dipakai: { $names }
models-passed-over = Tidak ada di daftar (hanya admin yang melihat ini):
models-passed-over-line = • { $why } ({ $reason })
models-passed-over-more = … dan { $count } lagi: “{ $command }” menyebutkan semuanya.
language-ask = Mau pakai bahasa apa?
language-auto = Ikuti aplikasiku
welcome = Halo! Aku Lukis. Aku melukis gambar dari kata-kata, dalam bahasa apa pun.
    /imagine { $example }
    Balas sebuah gambar dengan kata-kata untuk mengubahnya. /help menjelaskan lebih banyak.

## One person on several apps

command-link = Pakai aku di aplikasi lain sebagai orang yang sama
command-link-names = hubungkan, sambungkan, gabung
command-unlink = Pisahkan lagi yang digabung dengan /link
command-unlink-names = putuskan, pisahkan
discord-code = kode
discord-code-help = Kode dariku di aplikasi lain. Kosong: kode baru
button-join = 🔗 Gabungkan
account-private = Di sini orang lain ikut membaca. Kirim { $command } di obrolan pribadi denganku, ya.
link-code = 🔗 Kirim ini kepadaku di aplikasi lain, dalam { $time }:
    { $command }
    Setelah itu gambar, pengaturan, dan batasmu di sana dan di sini menjadi satu. Jangan beri tahu siapa pun: yang mengirimnya bisa melihat gambarmu.
link-with = Sudah bergabung denganmu: { $who }.
link-ask = Apakah ini juga kamu: { $who }? Kalau ya, keduanya kugabung: gambar, pengaturan, dan batas menjadi satu, dan tiap sisi melihat serta bisa menghapus semuanya. Kalau kode ini dari orang lain, biarkan saja.
link-done = 🔗 Bagiku kamu dan { $who } sekarang satu orang. /history menampilkan semuanya. { $command } memisahkannya lagi.
link-told = 🔗 Mulai sekarang { $who } adalah orang yang sama denganmu, lewat kode yang kamu dapat di sini. Kalau itu bukan kamu, segera kirim { $command }.
unlink-done = Di sini kamu sendiri lagi. Yang kamu minta di sini tetap di sini, yang kamu minta di tempat lain tetap di sana. Pengaturanmu berlaku di kedua sisi.
unlink-none = Belum ada yang digabung denganmu di sini. { $command } melakukannya.
error-bad-code = Kode itu salah atau sudah kedaluwarsa. Kirim /link di aplikasi lain untuk kode baru.
error-own-code = Di sana kamu sudah orang yang sama: kode itu untuk aplikasi lain.
error-too-many-guesses = Terlalu banyak kode yang salah. Kamu bisa mencoba lagi dalam { $wait }.
error-too-many-joined = Aku bisa menggabung paling banyak { $limit }. Kirim /unlink di tempat yang tidak kamu perlukan lagi.
## Settings

settings-title = { $whose ->
    [chat] Pengaturan chat ini:
   *[mine] Pengaturanmu:
}
settings-line = { $name }: { $value }
settings-none = Belum ada yang diatur: gambar dibuat dengan cara terbaik modelnya.
settings-chats = Dari chat ini: { $settings }
settings-how = Yang diatur berlaku selama kamu tidak menulis lain: { $example }. Kembalikan dengan { $reset }.
settings-how-chat = Untuk semua orang di sini, admin mengaturnya dengan { $command }.
settings-choose = { $whose ->
    [chat] Gambar di chat ini dibuat dengan apa?
   *[mine] Gambarmu dibuat dengan apa?
}
settings-type = Nilai lain: { $command }
settings-pictures = 🎨 Gambar
settings-language = 🌐 Bahasa
settings-reset = ↩️ Kembalikan semua
settings-to-chat = 👥 Chat ini
settings-to-mine = 👤 Punyaku
settings-unset = Tidak diatur
settings-back = Kembali
settings-on = aktif
settings-off = mati
settings-chat-names = chat, grup, obrolan
settings-reset-names = reset, kembalikan
setting-files = { $way ->
    [on] 📎 Sebagai file: ya
   *[off] 📎 Sebagai file: tidak
}
setting-previews = { $way ->
    [off] 👁 Pratinjau: tidak
   *[on] 👁 Pratinjau: ya
}
setting-rerolls = { $way ->
    [mine] 🎲 Ulangi: pemiliknya
   *[all] 🎲 Ulangi: siapa saja
}
setting-safety = { $way ->
    [spoiler] 🛡 Tak pantas: tutup
    [block] 🛡 Tak pantas: tahan
   *[usual] 🛡 Tak pantas: biasa
}
command-export = Ambil semua gambar, kata, dan pengaturanmu dalam file
command-export-names = ekspor, unduh
export-done = 📦 { $count } gambar beserta kata dan parameternya, dalam { $files } file.
export-left = Tidak ikut karena sudah hilang atau terlalu besar untuk aplikasi ini: { $count }.
export-rest = Sebanyak itu yang bisa kukemas sekaligus. Sisanya datang dengan { $command }.
export-links = Tiap tautan berlaku { $time }, bagi siapa pun yang memilikinya: simpan untukmu sendiri.
export-over = Tautan ini sudah berakhir, atau memang tak pernah ada. { $command } di obrolan kita memberimu yang baru.
error-not-now = Sedang kukerjakan. Sebentar lagi datang.
command-forget = Minta aku melupakanmu dan semua yang kamu buat
command-forget-names = lupakan, hapus-semua
button-forget = 🗑 Lupakan semuanya
forget-ask = Haruskah aku melupakanmu? Semua ini akan hilang selamanya: gambarmu dan gambar yang kamu kirim, kata-katamu dan terjemahannya, pengaturan, dan riwayatmu. Yang sedang dilukis kuhentikan, dan pesanku yang berisi gambarmu kuambil di mana pun aplikasinya mengizinkan. Tidak ada yang bisa membatalkannya.
    Yang tinggal: gambar buatan orang lain dari gambarmu, catatan admin dengan nomor sebagai ganti namamu, dan cadangan yang mungkin disimpan oleh yang menjalankanku.
forget-export = Sebelum itu, { $command } memberimu semua gambarmu dalam file.
forget-also = Ini berlaku juga untuk: { $who }.
forget-done = 🗑 Sudah kulupakan. Pesan dengan gambarmu hilang satu per satu. Kalau kamu menulis lagi, kita bertemu untuk pertama kali.

## Help

help-text = Aku melukis apa yang kamu ceritakan, dalam bahasa apa pun. Kirim:
    /imagine { $example }
help-examples = Yang ini biasanya bagus:
help-example = • { $prompt }
help-commands = Yang kumengerti:
help-command = { $command } – { $help }
help-more = Pilih satu topik, atau tanyakan sebuah kata: /help { $word }
help-unknown = Aku belum punya halaman tentang “{ $word }”. Mungkin ada di sini?
help-flag = { $range ->
    [none] { $flag } – { $help }
   *[other] { $flag } – { $help } ({ $range })
}
help-group = • { $group }: { $names }
help-not-yet = Ini belum bisa kulakukan sendiri.
help-back = ⬅️ Kembali

## Parameters

parameter-ratio = Rasio
parameter-ratio-help = Lebar banding tinggi. 16:9 melebar, 9:16 meninggi, 1:1 persegi.
parameter-ratio-flags = rasio, aspek
parameter-size = Ukuran
parameter-size-help = Lebar x tinggi gambar dalam piksel. Lebih menentukan daripada rasio.
parameter-size-flags = ukuran, resolusi
parameter-steps = Langkah
parameter-steps-help = Berapa kali derau dihaluskan. Makin banyak makin lama dan makin rinci; biasanya 20 sampai 30 sudah cukup.
parameter-steps-flags = langkah
parameter-cfg = Panduan
parameter-cfg-help = Seberapa ketat gambar mengikuti prompt. Rendah lebih bebas, tinggi lebih harfiah dan lebih keras.
parameter-cfg-flags = panduan
parameter-sampler = Sampler
parameter-sampler-help = Cara derau disingkirkan. Lembut dan artistik: Euler, DDIM. Bervariasi: yang memakai “a” atau “SDE”. Tajam dan realistis: DPM++ 2M, UniPC, Heun.
parameter-sampler-flags = metode, penyampel
parameter-seed = Seed
parameter-seed-help = Angka awal pembentuk derau. Seed dan kata-kata yang sama menghasilkan gambar yang sama.
parameter-seed-flags = benih, bibit
parameter-vary = Variasi
parameter-vary-help = Seberapa banyak derau dari seed diganti derau lain: 0 gambar yang sama, 0.2 mirip sekali, 1 gambar lain. Kalau membalas sebuah gambar, gambar itu yang divariasikan.
parameter-vary-flags = variasi
parameter-upscale = Perbesaran
parameter-upscale-help = Saat membalas gambar, atau bersama gambar: menjadi berapa kali lebih lebar dan tinggi.
parameter-upscale-flags = perbesar, perbesaran
parameter-upscaler = Pembesar
parameter-upscaler-help = Apa yang memperbesar gambar: model melukisnya ulang sedikit, plain menajamkannya, yang lain ada di /models.
parameter-upscaler-flags = pembesar
parameter-noise_level = Tingkat derau
parameter-noise_level-help = Dengan pembesar ×4 milik Stable Diffusion: seberapa banyak derau ditaruh di gambar lebih dulu. 0 mempertahankan semuanya, 20 yang biasa, 100 banyak mengarang.
parameter-noise_level-flags = derau
parameter-variations = Rangkaian variasi
parameter-variations-help = Derau persis yang dicampurkan, seperti tertulis pada gambar: seed dan takarannya, berurutan.
parameter-variations-flags = rangkaian-variasi
parameter-count = Jumlah
parameter-count-help = Berapa gambar yang dibuat, masing-masing dengan seed sendiri.
parameter-count-flags = jumlah
parameter-negative = Tanpa
parameter-negative-help = Apa yang tidak boleh tampak di gambar.
parameter-negative-flags = tanpa, negatif
parameter-strength = Kekuatan
parameter-strength-help = Kalau mulai dari gambar: seberapa jauh hasilnya boleh berbeda. 0.3 hanya memoles, 0.9 hampir melukis ulang semuanya.
parameter-strength-flags = kekuatan
parameter-image_cfg = Kesetiaan gambar
parameter-image_cfg-help = Dengan model yang mengubah gambar sesuai perintah: seberapa setia ia pada gambarnya. 1 bebas, 2 hanya mengubah sedikit.
parameter-image_cfg-flags = setia
parameter-depth = Pertahankan kedalaman
parameter-depth-help = Saat membalas gambar atau bersamanya, dengan model kedalaman: yang dekat tetap dekat dan yang jauh tetap jauh, selebihnya mengikuti kata-kata. --show-map memperlihatkan apa yang dipertahankan.
parameter-depth-flags = dalam
parameter-clip_skip = Clip skip
parameter-clip_skip-help = Lapisan enkoder teks mana yang didengar, dihitung dari yang terakhir. Banyak model gambar tangan meminta 2.
parameter-clip_skip-flags = lewati-clip
parameter-vae = VAE
parameter-vae-help = Dekoder lain dari /models mengubah yang digambar menjadi piksel: warna dan detail halus berubah.
parameter-vae-flags = dekoder
parameter-extend = Perluas
parameter-extend-help = Saat membalas sebuah gambar: berapa piksel ia diteruskan melewati tepinya. Gambarnya sendiri tetap seperti semula.
parameter-extend-flags = perluas
parameter-zoom = Menjauh
parameter-zoom-help = Saat membalas sebuah gambar: berapa kali lebih lebar dan tinggi pemandangan di sekelilingnya.
parameter-zoom-flags = menjauh
parameter-tile = Tanpa sambungan
parameter-tile-help = Gambar yang berulang tanpa sambungan, seperti ubin, kain, dan kertas dinding. Dengan x hanya ke samping, dengan y hanya ke atas dan bawah.
parameter-tile-flags = ubin, tanpa-sambungan
parameter-region = Bagian
parameter-region-help = Saat membalas sebuah gambar atau bersamanya: bagian yang dilukis ulang. left kiri, right kanan, top atas, bottom bawah, center tengah, atau background latar; sisanya tetap.
parameter-region-flags = masker
parameter-invert = Bagian lainnya
parameter-invert-help = Yang ditandai masker tetap, sisanya dilukis ulang.
parameter-invert-flags = balik
parameter-only = Hanya
parameter-only-help = Saat membalas sebuah gambar atau bersamanya: apa yang dilukis ulang darinya, dengan kata-kata. Kamu melihat bagiannya sebelum apa pun dilukis.
parameter-only-flags = hanya
parameter-control = Kontrol
parameter-control-help = Saat membalas gambar atau bersama gambar: apa yang dipertahankan darinya sementara sisanya dilukis ulang. canny, lineart, softedge, dan scribble mempertahankan garisnya, depth ruangnya, pose tubuhnya. Beberapa sekaligus, pisahkan dengan koma.
parameter-control-flags = kontrol
parameter-control_weight = Bobot kontrol
parameter-control_weight-help = Seketat apa gambar yang diberikan diikuti: 0 tidak sama sekali, 1 seperti yang dipelajari jaringannya.
parameter-control_weight-flags = bobot-kontrol
parameter-control_start = Kontrol mulai
parameter-control_start-help = Kapan gambar yang diberikan mulai diikuti: 0 dari langkah pertama, 0.5 dari pertengahan.
parameter-control_start-flags = mulai-kontrol
parameter-control_end = Kontrol sampai
parameter-control_end-help = Kapan gambar yang diberikan berhenti diikuti: 1 pada langkah terakhir, 0.5 di pertengahan.
parameter-control_end-flags = akhir-kontrol
parameter-control_raw = Peta jadi
parameter-control_raw-help = Gambar yang diberikan sudah seperti yang dipakai jaringan, misalnya garis putih di atas hitam: tidak ada yang dijiplak darinya.
parameter-control_raw-flags = kontrol-jadi
parameter-show_map = Tampilkan peta
parameter-show_map-help = Menampilkan apa yang diambil dari gambar yang diberikan, bukan melukis dengannya.
parameter-show_map-flags = tampilkan-peta
parameter-like = Seperti ini
parameter-like-help = Saat membalas gambar atau bersama gambar: yang dikatakan kata-katamu digambar seperti gambar itu, dengan gayanya dan isinya. Perlu IP-Adapter.
parameter-like-flags = seperti
parameter-like_weight = Kemiripan
parameter-like_weight-help = Seberapa besar gambar yang diberikan berpengaruh di samping kata-katamu: 0 tidak sama sekali, 1 menyisakan sedikit untuk kata-kata.
parameter-like_weight-flags = kemiripan
parameter-like_by = IP-Adapter
parameter-like_by-help = IP-Adapter mana yang melihat gambar yang diberikan. /models menyebut semuanya.
parameter-like_by-flags = seperti-dengan
parameter-frames = Bingkai
parameter-frames-help = Berapa gambar yang mengantar dari yang pertama ke yang terakhir: dari tiap deskripsi ke berikutnya, dengan | di antaranya, atau ke seed atau gambar lain. Hasilnya berupa animasi.
parameter-frames-flags = bingkai
parameter-loop = Bolak-balik
parameter-loop-help = Animasinya kembali ke awal sebelum dimulai lagi.
parameter-loop-flags = bolak-balik
parameter-place = Posisi
parameter-place-help = Satu bingkai saja, dengan | di antara deskripsinya: 0 yang pertama, 1 yang terakhir, 0.5 di tengahnya.
parameter-place-flags = posisi
parameter-model = Model
parameter-model-help = Model mana yang melukis. /models menampilkan daftarnya.
parameter-model-flags = model
parameter-style = Gaya
parameter-style-help = Tampilan gambar, apa pun isinya. Semua ada di /style; none: tanpa gaya.
parameter-style-flags = gaya
parameter-format = Format berkas
parameter-format-help = Jenis berkas gambarnya. PNG menyimpan setiap piksel; JPEG, WebP, dan AVIF jauh lebih kecil.
parameter-format-flags = format, berkas
parameter-raw = Apa adanya
parameter-raw-help = Berikan prompt ke model persis seperti tertulis, tanpa diterjemahkan.
parameter-raw-flags = apa-adanya, mentah

## The guide: its chapters

guide-prompts-title = ✍️ Prompt
guide-prompts = Apa yang kamu tulis, dan bagaimana aku membacanya.
guide-settings-title = 🎛 Pengaturan
guide-settings = Tombol putar yang mengubah gambar sementara kata-katanya tetap.
guide-pictures-title = 🖼 Dari gambar
guide-pictures = Apa saja yang bisa dibuat dari gambar yang sudah ada.
guide-models-title = 🧠 Model
guide-models = Para pelukis, dan apa yang bisa diajarkan kepada mereka.
guide-inside-title = ⚙️ Cara kerjanya
guide-inside = Apa yang terjadi di antara kata-katamu dan gambarnya.
guide-flags-title = 📋 Semua pilihan
guide-flags = Tulis di mana saja setelah kata-katamu:

## The guide

guide-prompt-title = Prompt
guide-prompt-names = prompt, perintah, kata-kata, deskripsi, teks
guide-prompt = Prompt adalah apa yang kamu katakan kepadaku: kata-kata yang menjadi gambar. Sebut dulu bendanya, lalu rupanya, tempatnya, serta cahaya atau gayanya: “rubah merah di salju, cahaya senja, cat air”. Ubah satu hal setiap kali, dan kamu akan melihat pengaruh tiap kata.
guide-negative-title = Prompt negatif
guide-negative-names = negatif, prompt negatif, tanpa, hindari
guide-negative = Prompt negatif berisi apa yang jangan sampai muncul di gambar. Tulis setelah --no: “potret --no kacamata, tulisan”. Sebut bendanya saja: “kacamata”, bukan “jangan pakai kacamata”.
guide-weights-title = Bobot
guide-weights-names = bobot, penekanan, kurung, tanda kurung
guide-weights = Dengan bobot, sebuah kata dianggap lebih atau kurang penting daripada tetangganya: (merah:1.4) membuat merah lebih penting, (merah:0.7) kurang. Tetaplah antara 0.5 dan 1.5; lebih dari itu gambar menjadi kasar. Coba “rubah di (salju tebal:1.3)”.
guide-changing-title = Kata yang berganti
guide-changing-names = pilihan, kata acak, kurung kurawal, kurung siku, selang-seling, jadwal
guide-changing = Dengan kurung kurawal aku memilih: mobil {"{"}merah|biru{"}"} menjadi mobil merah atau biru, setiap kali lain dan untuk tiap gambar dalam album; seed yang sama memilih yang sama. Dengan kurung siku kata berganti selagi aku melukis: [rubah:kucing:0.5] mulai sebagai rubah dan berakhir sebagai kucing, [kucing:0.3] menambahkan kucing setelah sepertiga jalan, [kucing::0.3] menghilangkannya di sana, dan [rubah|kucing] bergantian di setiap langkah. Angka mulai dari 1 menghitung langkah.

guide-steps-title = Langkah
guide-steps-names = langkah, tahap, iterasi
guide-steps = Gambar bermula sebagai derau murni dan dibersihkan sedikit demi sedikit di setiap langkah. Langkahnya sedikit, gambarnya seperti belum selesai; langkahnya banyak, lebih lama dan akhirnya hampir tidak berubah lagi. Coba 10 untuk sketsa cepat dan 30 untuk hasil akhir.
guide-seed-title = Seed
guide-seed-names = seed, benih, bibit, angka acak, gambar yang sama
guide-seed = Setiap gambar tumbuh dari derau acak, dan seed adalah nomor derau itu. Kata, pengaturan, dan seed yang sama menghasilkan gambar yang sama lagi. Pertahankan seed sambil mengganti satu kata, maka hanya itu yang berubah; ambil yang baru dengan 🎲 untuk ide segar.
guide-guidance-title = Panduan (CFG)
guide-guidance-names = panduan, cfg, skala cfg, guidance
guide-guidance = Panduan, atau CFG, adalah seberapa ketat aku mengikuti kata-katamu. Nilai rendah memberi ruang untuk kejutan; nilai tinggi menuruti setiap kata, tetapi warnanya jadi keras. Coba nilai rendah, sedang, dan tinggi dengan seed yang sama, misalnya 2, 5, dan 10.
guide-sampler-title = Sampler
guide-sampler-names = sampler, penyampel, metode sampling, penjadwal
guide-sampler = Sampler adalah cara derau disingkirkan. Ada tiga kelompok, dan gambar lebih banyak berubah karena kelompoknya daripada karena namanya. Pertahankan seed dan coba satu dari tiap kelompok.
guide-resolution-title = Ukuran dan rasio
guide-resolution-names = resolusi, ukuran, rasio, aspek, rasio aspek, format, lebar, tinggi, piksel
guide-resolution = Resolusi adalah banyaknya titik (piksel) dalam gambar, rasio aspek adalah bentuknya. Model paling pandai melukis di sekitar ukuran yang ia pelajari; kalau jauh lebih besar, benda bisa muncul dua kali. Pilih bentuknya, dan serahkan ukurannya kepada model.
guide-strength-title = Kekuatan
guide-strength-names = kekuatan, gambar ke gambar, img2img
guide-strength = Kalau mulai dari sebuah gambar, kekuatan menentukan seberapa jauh hasilnya boleh berbeda darinya. Sekitar 0.3 hanya memoles, 0.6 melukis ulang dengan komposisi yang sama, 0.9 hampir hanya menyisakan warnanya. Balas sebuah gambar dengan /imagine, kata-katamu, dan --strength 0.5.

guide-variation-title = Variasi
guide-variation-names = variasi, varian, ulangi, versi lain
guide-variation = Variasi adalah ide yang sama sekali lagi, dengan perbedaan kecil. Di bawah setiap gambar, ✨ membuat yang mirip sekali, 🌀 yang agak jauh, dan 🎲 gambar baru dari kata-kata yang sama. Kalau lebih suka mengetik, balas sebuah gambar dengan --vary 0.3: pada 0 tetap sama, pada 1 jadi gambar lain. Dengan --n 4 kamu mendapat empat sekaligus.
guide-seamless-title = Tanpa sambungan
guide-seamless-names = tanpa sambungan, ubin, pola, tekstur, kertas dinding
guide-seamless = Gambar tanpa sambungan berlanjut melewati tepinya dengan dirinya sendiri: salinannya yang dijajarkan menjadi satu pola besar, seperti ubin, kain, dan kertas dinding. Tulis --tile setelah kata-katamu, dan sebutkan sesuatu yang memenuhi gambar: “bunga biru dan daun --tile”. Dengan --tile x gambar hanya berulang ke samping, seperti bingkai atau panorama.
guide-sweep-title = Mencoba beberapa nilai
guide-sweep-names = sapuan, bandingkan, perbandingan, kisi, lembar kontak, beberapa nilai, kombinasi
guide-sweep = Kurung kurawal dengan koma mencoba setiap katanya: bola {"{"}merah,biru,hijau{"}"} menjadi tiga gambar. Hampir semua angka dan sampler juga boleh punya beberapa nilai: --steps 10,20,30, --cfg 2..8 untuk rentang, --cfg 2..8/4 untuk empat nilai di dalamnya, --sampler euler,ddim. Bersama-sama menjadi semua kombinasi, sampai 16 gambar dari seed yang sama, di satu lembar; angka di bawahnya membuka gambar itu sendiri. Sebelum mulai kukatakan berapa jumlahnya. Di antara dua desimal tulis titik koma: --cfg 5;7.
guide-interpolation-title = Interpolasi
guide-interpolation-names = interpolasi, peralihan, morf, campuran
guide-interpolation = Interpolasi berjalan dari satu gambar ke gambar lain: seekor rubah perlahan menjadi burung hantu, karena gambar yang mirip berdekatan di ruang laten. Tulis /morph rubah merah | burung hantu putih: bingkainya datang sebagai animasi, beberapa tampil pada strip di bawahnya; angka membuka satu bingkai. Balas gambar dengan /morph jadikan malam untuk mulai dari sana; kirim dua gambar dengan /morph, dan yang pertama menjadi yang kedua; --seed 7,8 berjalan dari seed ke seed. --frames 24 lebih halus, --loop kembali ke awal.
guide-inpainting-title = Inpainting
guide-inpainting-names = inpainting, masker, topeng, retus, hapus objek
guide-inpainting = Inpainting melukis ulang hanya sebagian gambar: kamu menandai sebuah area, yaitu maskernya, dan menyebut apa yang seharusnya ada di sana; yang lain tetap. Berguna untuk menghilangkan benda, memperbaiki wajah, atau menambahkan sesuatu. Tandai sedikit lebih luas, supaya cahaya dan bayangan ikut menyesuaikan. Atau sebutkan maksudmu: --only "topi itu" saat membalas gambar memperlihatkan bagiannya dulu, lalu melukisnya setelah kamu menekan Pakai.
guide-editing-title = Mengubah dengan perintah
guide-editing-names = edit, ubah, perintah, instruksi, pix2pix
guide-editing = Beberapa model sudah belajar memperlakukan gambar sesuai perintah: “jadikan malam”, “ubah mobilnya jadi biru”, “tambahkan topi”. Balas sebuah gambar, atau kirim fotomu sendiri, dengan --model dan nama model seperti itu, lalu katakan apa yang diubah seperti kepada orang. Yang tidak kamu sebut tetap di tempatnya. Kalau terlalu sedikit berubah, turunkan --image-cfg ke 1.2 atau naikkan --cfg; kalau terlalu banyak, sebaliknya. Model lain melukis ulang gambarnya menurut kata-katamu.
guide-depth-title = Kedalaman
guide-depth-names = kedalaman, depth, dekat dan jauh, komposisi
guide-depth = Model kedalaman melihat seberapa dekat atau jauh setiap bagian gambar, lalu melukis adegan lain dengan susunan yang sama: kamar tetap kamar, pose tetap sama, dan pondok menjadi istana di tempat yang sama. Balas sebuah gambar, atau kirim foto, dengan --depth dan ceritakan seluruh adegan barunya. --show-map memperlihatkan apa yang dilihat model: putih itu dekat, hitam itu jauh. --strength 0.6 menyisakan lebih banyak warna lama, 1 hanya menyisakan kedalamannya.
guide-outpainting-title = Outpainting
guide-outpainting-names = outpainting, perluas, lanjutkan gambar
guide-outpainting = Outpainting melanjutkan gambar melewati tepinya: langit lebih luas, sisa meja, potret yang menjadi sebuah adegan. Di bawah setiap gambar, panah meneruskannya ke arah itu, 🔭 menjauh, dan ⬜ menjadikannya persegi; tekan lagi untuk lebih jauh. Kalau lebih suka mengetik, balas sebuah gambar, atau fotomu sendiri, dengan --extend left=128,top=64 atau --zoom 1.5. Gambarnya sendiri tetap persis seperti semula. Kalau menambahkan kata-kata, ceritakan seluruh adegannya, jangan hanya bagian yang baru; dengan begitu keduanya menyatu.
guide-upscaling-title = Memperbesar
guide-upscaling-names = upscaling, upscale, perbesar, memperbesar, cetak
guide-upscaling = Memperbesar (upscaling) membuat gambar jadi lebih besar dan menambah rincian halus, bukan sekadar meregangkan titiknya. Pilih dulu, perbesar belakangan, karena ini butuh waktu. Cetakan yang bagus perlu sekitar 120 titik untuk setiap sentimeter. Di bawah gambar, 🔍 membuatnya dua atau empat kali lebih lebar dan tinggi; perintah /upscale melakukan hal yang sama pada gambar apa pun.
guide-controlnet-title = ControlNet
guide-controlnet-names = controlnet, pose, sketsa, kedalaman
guide-controlnet = Dengan ControlNet, gambar kedua memandu gambar pertama: garisnya, kedalamannya, atau pose seseorang menentukan komposisi, kata-katamu menentukan isinya. Balas sebuah gambar, atau kirim satu, dengan kata-kata dan --control canny: garis tepinya tetap, sisanya baru. Sketsa gelap di atas terang diikuti apa adanya. --control-weight 0.5 mengikutinya lebih bebas, --control canny,depth mengambil dua hal sekaligus (dari dua gambar, masing-masing satu), dan --show-map menampilkan apa yang diambil. Panduan yang jelas dan sederhana paling baik. /models menyebut apa yang ada.
guide-like-title = Seperti sebuah gambar
guide-like-names = seperti, ip-adapter, ip adapter, gaya, acuan, referensi, kemiripan
guide-like = Gambar juga bisa menjadi prompt: kata-katamu mengatakan apa yang digambar, gambar lain mengatakan bagaimana. Balas sebuah gambar dengan kata-kata dan --like, atau sertakan foto: gaya, warna, dan isinya ikut terbawa. Kirim gambar sebagai balasan untuk gambar lain, dengan kata-kata dan --like, dan gambar pertama dilukis menyerupai gambarmu. --like-weight 0.3 mengambil sedikit saja, 1 menyisakan sedikit untuk kata-kata, 0 gambar biasa; --seed 7 --like-weight 0,0.4,0.8 memperlihatkannya berdampingan. Modelnya perlu IP-Adapter: /models menyebut yang ada di sini, dan --like-by memilih satu.

guide-model-title = Model
guide-model-names = model, pelukis
guide-model = Model adalah pelukisnya: berkas yang telah belajar dari sangat banyak gambar seperti apa rupa kata-kata. Ada yang pandai membuat foto, ada yang pandai menggambar. Lihat daftarnya dengan /models.
guide-checkpoint-title = Checkpoint
guide-checkpoint-names = checkpoint, ckpt, berkas model
guide-checkpoint = Checkpoint adalah model yang disimpan pada satu saat dalam belajarnya: seorang pelukis utuh dalam satu berkas beberapa gigabita. Orang mengajarkan gaya tertentu ke sebuah checkpoint lalu membagikannya. Siapa pun yang menjalankanku bisa menaruhnya di folder model, dan ia muncul di /models.
guide-safetensors-title = Safetensors
guide-safetensors-names = safetensors, format berkas
guide-safetensors = Safetensors adalah format berkas model yang hanya bisa berisi angka. Berkas lama (.ckpt) bisa menyembunyikan program yang berjalan saat dibuka; yang seperti itu tidak kubuka. Kalau mengunduh model, ambil berkas yang berakhiran .safetensors.
guide-lora-title = LoRA
guide-lora-names = lora, tambahan
guide-lora = LoRA adalah tambahan kecil yang mengajarkan satu hal lagi kepada model: sebuah gaya, tokoh, atau produk. Ukurannya seperseratus checkpoint dan bekerja di atasnya. Di dalam prompt ditulis <lora:nama:0.8>; angkanya menentukan seberapa kuat pengaruhnya.
guide-embedding-title = Embedding
guide-embedding-names = embedding, textual inversion, sematan
guide-embedding = Embedding adalah berkas mungil yang memberi model kata baru untuk sesuatu yang sudah hampir bisa ia lukis. Cara memakainya: tulis kata itu di prompt. Yang terkenal mewakili suatu tampilan atau, setelah --no, segala hal yang sering gagal.
guide-hypernetwork-title = Hypernetwork
guide-hypernetwork-names = hypernetwork, jaringan hiper
guide-hypernetwork = Hypernetwork adalah jaringan kecil kedua yang membelokkan cara model membaca kata-katamu, biasanya ke arah suatu gaya. Dulu populer sebelum ada LoRA, yang lebih kecil dan lebih bagus hasilnya. Kalau bisa memilih, pakailah LoRA. Di deskripsi ditulis <hypernet:nama:0.7>; angkanya menyatakan seberapa kuat pengaruhnya.
guide-dreambooth-title = DreamBooth
guide-dreambooth-names = dreambooth, melatih, pelatihan
guide-dreambooth = DreamBooth mengajari model mengenal satu orang, hewan, atau benda tertentu dari beberapa foto, dengan kata panggilan sendiri. Hasilnya checkpoint baru atau LoRA. Sepuluh foto yang beragam lebih berguna daripada seratus yang serupa, dan mintalah izin sebelum mengajarkan wajah seseorang.

guide-diffusion-title = Difusi
guide-diffusion-names = difusi, stable diffusion, cara kerja
guide-diffusion = Difusi adalah caraku melukis: aku mulai dari derau murni dan, langkah demi langkah, menyingkirkan yang tidak mirip dengan kata-katamu. Aku mempelajarinya secara terbalik, dari gambar-gambar yang pelan-pelan tenggelam dalam derau. Karena itu gambar muncul dari kabut, bukan goresan demi goresan.
guide-noise-title = Derau
guide-noise-names = derau, noise, bintik
guide-noise = Derau (noise) adalah bintik-bintik acak, seperti layar televisi tua tanpa siaran. Setiap gambar bermula darinya, dan seed menentukan derau yang mana. Perhatikan gambar yang sedang dilukis, dan kamu akan melihat derau berubah menjadi gambar.
guide-latent-title = Ruang laten
guide-latent-names = laten, ruang laten, latent space
guide-latent = Aku tidak melukis titik-titiknya langsung, melainkan bentuk gambar yang kecil dan padat, di tempat yang disebut ruang laten; baru di akhir bentuk itu dibentangkan. Hal-hal yang mirip berdekatan di sana. Itu juga sebabnya sisi gambar selalu kelipatan 8 titik.
guide-render-title = Render
guide-render-names = render, merender, menghasilkan, waktu, kecepatan
guide-render = Merender berarti menghitung gambar dari deskripsinya: yang kulakukan antara “Mulai melukis” dan gambar jadi. Makin banyak langkah, titik, dan gambar, makin lama. Jadi cobalah ide dengan sedikit langkah, lalu render yang terbaik sekali lagi dengan banyak langkah.
guide-watermark-title = Tanda air
guide-watermark-names = tanda air, watermark, metadata, asal
guide-watermark = Tanda air menunjukkan asal sebuah gambar: terlihat seperti tanda tangan, atau tersembunyi di titik-titiknya atau di berkasnya. Berkas asli yang kukirim menyimpan kata-kata dan pengaturannya di dalam; aplikasi obrolan membuangnya dari foto. Tekan 📄 kalau ingin menyimpan cara gambar itu dibuat. Mulai 256×256, gambarku juga membawa tanda tak terlihat bahwa mesin yang membuatnya; /info menemukannya.

## When something is in the way

error-unknown = Maaf, ada yang salah di pihakku. Kalau melapor ke admin, sebutkan nomor { $incident }.
error-engine = Maaf, aku gagal melukisnya. Coba lagi, ya. Kalau melapor ke admin, sebutkan nomor { $incident }.
error-out-of-memory = Memori tidak cukup untuk gambar ini. Coba --size yang lebih kecil. Nomor { $incident }.
error-broken-numbers = Modelnya tersesat kali ini. Coba seed lain atau --cfg yang lebih rendah. Nomor { $incident }.
error-device-lost = Pelukisnya menghilang sebentar. Coba lagi, ya. Kalau melapor ke admin, sebutkan nomor { $incident }.
error-empty-prompt = Ceritakan apa yang ingin kamu lihat: aku tidak menemukan kata-kata.
error-prompt-too-long = Itu { $length } karakter; aku hanya bisa membaca sampai { $limit }.
error-too-many-texts = Di tengah jalan prompt-mu berubah menjadi lebih dari { $limit } teks yang berbeda. Kurangi perubahan seperti [a|b] atau [a:b:0.5].
error-too-many-pictures = Itu akan jadi { $count } gambar, padahal sekali jalan aku membuat paling banyak { $limit }. Kurangi beberapa nilainya, ya.
error-nothing-between = Morf perlu dua hal untuk dihubungkan: dua deskripsi dengan | di antaranya, kata-kata sebagai balasan untuk sebuah gambar, atau dua gambar. Contohnya: /morph rubah merah | burung hantu putih
error-unknown-flag = { $nearest ->
    [none] Aku tidak mengenal { $flag }. /help memuat semua yang kukenal.
   *[other] Aku tidak mengenal { $flag }. Maksudmu { $nearest }?
}
error-no-setting = “{ $flag }” tidak bisa diatur untuk semua gambar. /settings menunjukkan yang bisa.
range = { $unit ->
    [pixels] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) } piksel
   *[other] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }
}
error-out-of-range = { $value ->
    [none] { $flag } perlu nilai: { $range }.
   *[other] Nilai { $flag } tidak bisa { $value }. Coba { $range }.
}
error-unknown-choice = { $nearest ->
    [none] Nilai { $flag } tidak bisa “{ $value }”. Pilihannya: { $choices }.
   *[other] Nilai { $flag } tidak bisa “{ $value }”. Maksudmu { $nearest }? Pilihannya: { $choices }.
}
error-no-choices = Tidak ada “{ $value }” untuk { $flag }: di sini belum ada apa pun yang ditambahkan untuk itu.
error-misplaced-lora = Tulis { $tag } di deskripsinya, bukan setelah { $flag }: itu bekerja pada seluruh gambar.
error-no-image = Ini perlu gambar awal: sertakan satu, atau balas sebuah gambar.
error-surplus-image = Gambarnya lebih banyak dari yang dipakai di sini: kirim lebih sedikit.
error-no-estimator = Tidak ada yang bisa melihat { $kind } sebuah gambar di sini. Kirim peta jadinya dengan { $flag }, atau minta --control canny, yang bisa kujiplak sendiri.
error-bad-image = Aku tidak bisa membaca berkas itu sebagai gambar. Paling aman PNG, JPEG, atau WebP.
error-too-large = Itu akan menjadi { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } piksel. Aku bisa sampai { $limit } megapiksel: pilih faktor yang lebih kecil, atau gambar yang lebih kecil.
error-bad-mask = { $fault ->
    [empty] Tidak ada yang ditandai di masker itu: warnai putih yang akan diubah, biarkan sisanya hitam.
    [full] Seluruh gambar tertandai. Sisakan yang harus tetap, atau kirim kata-katamu tanpa masker untuk mengubah semuanya.
    [shape] Bentuk masker itu beda dengan gambarnya: boleh lebih besar atau kecil, asal perbandingan lebar dan tingginya sama.
    [moving] Gambar bergerak tidak bisa jadi masker: kirim yang diam.
    [pages] Berkas berisi beberapa halaman tidak bisa jadi masker: kirim satu gambar saja.
    [double] Sebutkan bagiannya dengan satu cara saja: dengan --only, atau dengan masker atau bagian.
    [part] Itu tidak bisa dilakukan pada sebagian gambar: pakai dulu bagiannya, lalu minta itu sebagai balasan ke gambar hasilnya.
   *[unmarked] Aku tidak menemukan tanda di salinan itu. Coret bagian yang akan diubah dengan warna kuat, lalu kirim lagi.
}
error-not-in-picture = Aku tidak menemukan “{ $words }” di gambar ini.
error-image-not-fetched = Gambarnya gagal kuambil. Coba kirim sekali lagi, ya.
error-address-not-fetched = Tidak ada yang datang dari alamat gambar itu. Sudah benar? Kamu juga bisa mengirim gambarnya langsung.
error-no-words = Aku belum menemukan kata-katanya. Coba lagi sebentar, ya.
error-address-refused = { $why ->
    [off] Di sini aku tidak mengambil gambar dari alamat. Kirim saja gambarnya langsung, ya.
   *[other] Aku hanya mengambil gambar dari internet terbuka, lewat https atau http. Kirim saja gambarnya langsung, ya.
}
error-not-a-picture = Aku bisa mulai dari foto, gambar yang dikirim sebagai berkas, atau stiker yang diam. Dari video, GIF, stiker bergerak, atau suara aku tidak bisa: kirim saja tangkapan layarnya.
error-unseen = Pesan yang kamu balas tidak bisa kulihat: Discord hanya memperlihatkan yang ditujukan kepadaku. Kalau maksudmu gambarnya, buka menu pesan itu dan pilih Aplikasi; kalau bukan, tulis kepadaku tanpa membalas.
error-image-too-large = { $unit ->
    [megabytes] Gambar itu terlalu besar: paling besar { $limit } MB.
    [megapixels] Gambar itu terlalu besar: paling besar { $limit } megapiksel.
   *[other] Gambar itu terlalu besar: paling besar { $limit }.
}
error-canvas-too-large = Gambarnya akan menjadi { $width } × { $height } piksel, padahal setiap sisi paling panjang { $limit }.
error-no-adapter = { $lacks ->
    [encoder] IP-Adapter { $model } belum bisa melihat gambar: penyandi gambarnya tidak ada. Folder image_encoder harus ada di sampingnya.
   *[adapter] Di sini tidak ada IP-Adapter untuk { $model }, dan tanpa itu aku tidak bisa menggambar seperti gambar lain.
}
error-bad-model = { $fault ->
    [damaged] Model { $model } tidak bisa dipakai: berkasnya rusak atau tidak lengkap.
    [pickle] Model { $model } tidak bisa dipakai: formatnya bisa menyembunyikan program, jadi aku hanya membaca berkas .safetensors. Berkasnya bisa diubah: caranya ada di docs/models.md.
    [strange] Model { $model } tidak bisa dipakai: jenisnya belum kukenal.
    [unlike] { $model } tidak bisa dipakai di sini: dibuat untuk jenis model lain.
    [unfinished] Model { $model } belum bisa dipakai: unduhannya belum selesai.
    [elsewhere] { $model } bukan model yang bisa melukis: tempatnya di folder lain.
    [part] { $model } tidak bisa melukis sendiri: ini hanya bagian dari sebuah model.
   *[other] Model { $model } tidak bisa dipakai.
}
error-unfit-model = { $model ->
    [none] Tidak ada model di sini yang bisa melakukan itu.
   *[other] Model { $model } tidak bisa melakukan itu: pilih yang lain, atau hapus --model.
}
error-noiseless = { $upscaler } tidak menambahkan derau pada gambar: hilangkan { $flag }, atau pilih pembesar lain.
error-picture-needed = Model { $model } tidak melukis apa pun tanpa gambar: sertakan satu, atau balas sebuah gambar.
error-not-allowed = Bot ini hanya untuk yang diundang. Supaya bisa masuk, berikan id-mu ke admin: { $id }
error-not-yours = Itu milik orang lain.
error-not-found = Itu sudah tidak ada di sini.
error-withheld = 🔒 Gambarnya sudah jadi, tetapi tidak pantas untuk semua orang di sini, jadi kutahan. Coba dengan kata lain.
error-unlooked = 🔒 Gambarnya sudah jadi, tetapi aku tidak bisa memeriksa apakah pantas untuk semua orang di sini, jadi kutahan. Coba lagi nanti.
error-too-many-jobs = Sudah ada { $limit } gambarmu yang menunggu. Tambah lagi kalau salah satunya selesai, ya.
error-closing = Aku sedang dinyalakan ulang. Coba lagi sebentar lagi, ya.
error-not-for-all = 🔒 Belum pasti gambar ini layak untuk semua orang, jadi tautan tak bisa menampilkannya.
error-no-store = Aku sedang tidak bisa menyimpan apa pun: tempat penyimpananku tidak bisa dipakai. Beri tahu pengelolaku, lalu coba lagi nanti, ya.

## In a terminal

terminal-starting = Memulai…
terminal-ready = Lukis siap.
terminal-page = Halaman: { $address }
terminal-on = { $platform }: aktif.
terminal-off = { $platform }: tidak aktif. Untuk mengaktifkannya, tulis { $setting } di .env (lihat { $file }).
terminal-open = Akses: siapa pun yang menemukan bot ini boleh melukis. Untuk mengubahnya, tulis { $setting } di .env.
terminal-unmarked = Tidak ada tanda air Lukis di dalamnya.
terminal-head = Kepala klaster ada di { $address }. Di tiap mesin lain: salin kunci { $key } ke sana, hanya untuk pemiliknya, lalu: { $command }
terminal-worker = { $name } sudah bergabung dengan { $address }. Perangkat untuk melukis: { $devices }.
terminal-drain = { $name } tidak mendapat yang baru, dan melukis yang sudah ada padanya.
terminal-drain-none = Tidak ada mesin klaster bernama { $name }. Yang ada: { $names }.
terminal-drained = { $name } sudah melukis semua yang ada padanya.
terminal-untold = Gambar ini tidak menyebut bagaimana ia dibuat.
terminal-no-film = { $file }: MP4 perlu ffmpeg, yang tidak ada di mesin ini. Nama yang berakhir dengan .webp atau .gif bisa tanpa itu.
terminal-listed = Akses: hanya { $count } yang tercantum di ALLOWED yang boleh melukis. Untuk mengubahnya, tulis { $setting } di .env.
terminal-backup = { $file }: basis data dan gambar ({ $pictures }), { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-backup-words = { $file }: basis data tanpa gambar, { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-restored = Semuanya kembali seperti pada { $date }. Gambar yang dipulihkan: { $pictures }.
terminal-restored-before = Basis data sebelumnya disimpan: { $file }.
terminal-restore-occupied = Sudah ada basis data: { $file }. Dengan { $flag } ia diganti, dan tetap disimpan di samping yang baru.
terminal-pruned = Gambar yang dihapus: { $pictures }. { NUMBER($size, maximumFractionDigits: 1) } MB jadi kosong.
terminal-prune-dry = Gambar yang akan dihapus: { $pictures }, { NUMBER($size, maximumFractionDigits: 1) } MB. Belum ada yang dihapus.
terminal-status = Lukis { $version }, berjalan selama { $time }. Di: { $platforms }.
terminal-status-work = Menunggu: { $waiting } · dilukis: { $drawing } · diantar: { $delivering } · sisa di disk: { NUMBER($space, maximumFractionDigits: 1) } GB
terminal-status-device = { $device }: baris: { $rows } · jalur: { $lanes } · langkah sejauh ini: { $forwards } · model dimuat: { $loads }
terminal-status-device-away = { $device }: sedang tidak menerima apa pun; log menyebut sebabnya.
terminal-status-starting = Perangkatnya masih dinyalakan.
terminal-status-queued = ⏳ Nomor { $position } dalam antrean
terminal-status-queued-wait = ⏳ Nomor { $position } dalam antrean: kira-kira { $wait }
terminal-status-delivering = 📨 Sedang diantar
terminal-status-more = … dan { $count } lagi
terminal-status-none = Tidak ada Lukis yang berjalan di { $folder }. Untuk menjalankannya: { $command }

rented-page = Halamanmu: { $address }
rented-no-page = Dari notebook ini tidak ada halaman yang bisa dibuka. Kirim pesan ke bot-mu di Telegram atau Discord.
rented-needs-token = Dari notebook ini tidak ada halaman yang bisa dibuka, jadi perlu token: pilih Telegram atau Discord di sel di atas.
rented-token = Token bot-mu di { $platform }. Tidak disimpan di mana pun; kosongkan kalau tidak ada:
rented-running = Lukis sedang berjalan.
rented-off = Lukis tidak berjalan.
rented-stopped = Lukis sudah berhenti. Tidak ada yang hilang.
rented-broke = Lukis berhenti sendiri; baris-baris di atas menjelaskan sebabnya. Setelah itu, jalankan lagi sel ini.
rented-kept = Gambar yang disimpan di { $folder }: { $count }.
rented-copied = Salinan terbaru di sana berumur { $minutes } menit.

doctor-data = Folder data
doctor-data-free = { $folder } (tidak terpakai, sisa { NUMBER($space, maximumFractionDigits: 1) } GB)
doctor-data-used = { $folder } (dipakai Lukis yang sedang berjalan, sisa { NUMBER($space, maximumFractionDigits: 1) } GB)
doctor-data-full = { $folder }: tinggal { NUMBER($space, maximumFractionDigits: 1) } GB, kurang dari { $setting }, jadi tidak ada yang baru diterima. Kosongkan ruang, atau biarkan gambar lama dihapus (docs/keeping.md).
doctor-database = Basis data
doctor-database-none = belum ada; dibuat saat pertama kali dijalankan
doctor-database-told = versi { $version }, { NUMBER($size, maximumFractionDigits: 1) } MB, salinan sebelum pembaruan: { $backups }
doctor-tokens = Token
doctor-token-missing = { $platform } belum ada
doctor-token-works = { $platform }: aku { $name }
doctor-token-bad = { $platform } tidak menerima tokennya. Salin lagi ke { $setting } ({ $file }).
doctor-token-silent = { $platform } tidak menjawab di { $address }. Periksa apakah mesin ini punya jaringan, dan apakah terhalang firewall atau proksi.
doctor-hook-fails = { $platform } tidak bisa mencapai { $address }: { $why }. Periksa proksi di depannya ({ $file }). Menunggu: { $waiting }.
doctor-chat-away = { $chat }: aku tidak ada di sana, atau tidak boleh melihat. Tambahkan aku, atau hapus dari { $setting }.
doctor-chat-lacks = { $chat }: aku kurang izin di sana: { $rights }. Berikan lewat setelan obrolannya.
doctor-clock = Jam
doctor-clock-right = sama dengan { $platform }
doctor-clock-wrong = selisih { $time } dari { $platform }. Biarkan sistem menyetelnya lewat jaringan (NTP).
doctor-clock-unknown = tidak ada pembanding
doctor-page = Halaman
doctor-page-off = mati
doctor-page-taken = Program lain memakai port { $port }. Hentikan, atau pilih { $setting } lain.
doctor-page-nowhere = Mesin ini tidak bisa melayani di { $address }. Pilih { $setting } lain; 127.0.0.1 selalu bisa.
doctor-translators = Penerjemah
doctor-translators-off = tidak ada: kata-kata tetap seperti yang ditulis
doctor-translator-works = { $name } menjawab
doctor-translator-silent = { $name } tidak menjawab
doctor-translators-none = Jadi kata-kata dalam bahasa lain dibiarkan apa adanya. Periksa jaringan, atau tulis { $name } di { $setting }, yang tidak perlu jaringan.
doctor-access = Akses
doctor-access-told = { $access }, { $allowed } diizinkan, { $admins } admin
doctor-quotas = Kuota
doctor-quotas-none = tidak ada berkas: tidak ada batas bagi siapa pun
doctor-quotas-told = { $file } (kelas: { $classes }, jenis obrolan: { $chats })
doctor-torch-told = { $version } di { $devices }
doctor-cpu = CPU
doctor-models = Model
doctor-cluster = Klaster
doctor-cluster-machine = { $name } ({ $address }), perangkat: { $devices }
doctor-cluster-other = Kepala klaster menjalankan versi lain daripada mesin ini: { $differs }. Pasang yang sama di keduanya.
doctor-cluster-open = { $ports }: menjawab siapa pun tanpa kunci. Tutup untuk semua orang ({ $file }).
doctor-safety = Pemeriksaan keamanan
doctor-safety-off = mati
doctor-safety-works = { $policy }, { $chats } punya aturan sendiri; gambar bisa dibedakan
doctor-model-coming = { $model } belum ada di sini: { NUMBER($done, maximumFractionDigits: 2) } dari { NUMBER($size, maximumFractionDigits: 2) } GB sudah diunduh; sisanya diunduh oleh { $command }

## The page

page-skip = Langsung ke prompt
page-sections = Bagian
page-chat = Obrolan
page-gallery = Galeri
page-language = Bahasa
page-theme = Terang atau gelap
page-headline = Mau melukis apa?
page-tagline = Ceritakan gambar yang kamu inginkan, dalam bahasa apa pun. Atau mulai dari salah satu ini:
page-first-fox = rubah di salju
page-first-rocket = roket di luar angkasa
page-first-elephant = gajah biru di rumput
page-first-wizard = penyihir di hutan
page-first-house = rumah di malam hari
page-first-penguin = penguin dan pizza di pantai
page-take = Tulis ini lagi
page-retry = Ubah dan coba lagi
page-earlier = Kata-kata sebelumnya
page-earlier-empty = Kata-kata dari gambarmu ada di sini, begitu ada gambarnya.
page-help = Bantuan
page-help-examples = Coba salah satu
page-help-options = Opsi
page-help-option = Ditulis di belakang kata-katamu, misalnya { $value }. Kebanyakan juga ada di pengaturan.
page-help-keys = Tombol
page-keys-single = Satu huruf atau tanda berfungsi sebagai tombol pintas
page-key-write = Menulis
page-key-commands = Perintah
page-key-settings = Pengaturan
page-key-help = Bantuan ini
page-key-turn = Membalik gambar besar
page-key-delete = Menghapus gambar besar
page-key-undo = Mengembalikan yang dihapus
page-key-close = Menutup, atau melepas apa yang dibahas
page-key-before = Tulisanmu sebelumnya, selagi kotaknya kosong
page-advanced = Lanjutan
page-how = Bagaimana ini dibuat?
page-restore = Pakai kata dan setelannya
page-restored = Kata-katanya ada di kotak, setelannya sudah dipasang.
page-you = Kamu:
page-prompt = Apa yang dilukis
page-placeholder = Ceritakan gambar yang kamu mau, bahasa apa pun…
page-placeholder-change = Apa yang perlu diubah?
page-words-missing = Tulis juga apa yang harus dibuat dari gambar itu.
page-words-answer = Tulis dulu jawabanmu.
page-count = { $count } dari { $limit } karakter
page-send = Lukis
page-attach = Mulai dari gambar
page-drop = Lepaskan gambarnya di sini
page-settings = Pengaturan
page-settings-reset = Kembali ke otomatis
page-auto = Otomatis
page-random = Acak
page-out-of-range = Harus di antara { $least } dan { $most }.
page-sampler-soft = Lembut dan artistik
page-sampler-varied = Bervariasi
page-sampler-crisp = Tajam dan realistis
page-commands = Perintah
page-remove = Lepas
page-changing = Mengubah gambar ini
page-answering = Menjawab
page-from-file = Mulai dari gambar ini
page-source = Gambarmu
page-change = Ubah
page-again = Ulangi yang ini
page-delete = Hapus yang ini
page-deleted = Sudah dihapus.
page-undo = Batalkan
page-open = Lihat lebih besar
page-picture = Gambar
page-picture-alt = Gambar: { $prompt }
page-picture-of = Gambar { $number } dari { $count }: { $prompt }
page-preview = Gambar yang sedang terbentuk
page-progress = Kemajuan
page-newest = Ke yang terbaru
page-queue = Sedang dikerjakan
page-queue-count = Sedang dikerjakan: { $count }
page-cancel-one = Batalkan: { $prompt }
page-cancel-all = Batalkan semua
page-newer = Lebih baru
page-older = Lebih lama
page-close = Tutup
page-previous = Gambar sebelumnya
page-next = Gambar berikutnya
page-copy-prompt = Salin prompt
page-copy-seed = Salin seed { $seed }
page-copied = Tersalin.
page-download = Unduh berkas asli
page-part = Ubah sebagian
page-draw = Gambar
page-done = Selesai
page-redo = Ulangi lagi
page-clear = Hapus semua
page-invert = Tukar yang ditandai dan yang tidak
page-canvas = Kanvas
page-canvas-keys = Tombol panah menggerakkan kuas, Spasi mengecat, Shift dengan panah menarik garis. Plus dan minus memperbesar dan memperkecil, kurung siku mengubah ukuran, B untuk kuas dan E untuk penghapus.
page-brushes = Alat
page-brush = Kuas
page-eraser = Penghapus
page-move = Geser gambar
page-brush-size = Ukuran kuas
page-farther = Perkecil
page-fit = Seluruh gambar
page-nearer = Perbesar
page-colours = Warna
page-colour-own = Warna sendiri
page-colour-black = Hitam
page-colour-grey = Abu-abu
page-colour-white = Putih
page-colour-red = Merah
page-colour-orange = Jingga
page-colour-yellow = Kuning
page-colour-green = Hijau
page-colour-blue = Biru
page-colour-purple = Ungu
page-colour-pink = Merah muda
page-colour-brown = Cokelat
page-marked = Mengubah bagian bergaris
page-marked-share = { $value } ditandai
page-drawn = Mulai dari gambar buatanmu
page-placeholder-part = Apa yang harus ada di bagian bergaris?
page-placeholder-drawing = Ini gambar apa?
page-mask-empty = Sapukan kuas dulu pada yang mau diubah.
page-mask-full = Seluruh gambar ditandai. Sisakan yang harus tetap.
page-drawing-empty = Gambarlah sesuatu dulu.
page-cannot-draw = Gambar ini tidak bisa ditampilkan di sini, jadi tidak ada yang bisa digambari.
page-gallery-empty = Belum ada apa-apa. Gambarmu akan dipajang di sini setelah selesai dilukis.
page-favourite = Favorit
page-favourites = Favorit
page-favourites-empty = Belum ada favorit. ⭐ di bawah gambar menjadikannya favorit.
page-details = Tentang gambar ini
page-made-from = Dibuat dari
page-became = Menjadi
page-copy = Salin
page-share = Bagikan
page-shared-until = Siapa pun yang punya tautannya bisa melihatnya sampai { $time }.
page-unshare = Akhiri tautan
shared-link = Selama { $time }, siapa pun yang punya tautannya bisa melihat gambar ini dan kata-katanya.
shared-ended = Tak ada lagi tautan yang menampilkan gambar ini.
shared-drawn = Digambar dengan Lukis, dari kata-kata ini.
shared-try = Gambar sesuatu
shared-over = Tautan ini tidak menampilkan apa-apa lagi.
page-compare = Bandingkan
page-compared = Seberapa banyak gambar sebelumnya terlihat
page-before = Sebelum
page-after = Sesudah
about-prompt = Prompt
about-english = Dalam bahasa Inggris
about-loras = LoRA
about-created = Diminta
about-seconds = Selesai dalam
about-took = { $seconds } dtk
page-search = Cari gambarmu
page-search-example = Kata, model, hari…
page-search-empty = Tidak ada yang cocok. Coba kata yang lebih sedikit.
page-select = Pilih
page-select-one = Pilih: { $prompt }
page-select-most = Paling banyak { $limit } sekaligus.
page-selected = Dipilih: { $count }
page-picked = Gambar yang dipilih
page-delete-them = Hapus
page-zip = Unduh sebagai zip
page-zip-large = Itu terlalu besar untuk satu berkas. Pilih lebih sedikit.
page-zip-gone = Sebagian sudah tidak ada. Muat ulang halamannya, ya.
page-offline = Lukis tidak menjawab. Mencoba lagi…
page-not-sent = Itu tidak terkirim. Apakah Lukis sedang berjalan?
page-no-tools = Bagian halaman ini tidak bisa diambil. Apakah Lukis sedang berjalan?
page-malformed = Aku tidak bisa membacanya. Muat ulang halaman ini, ya.
page-too-fast = Cepat sekali! Beri aku beberapa detik.
page-cookie = Halaman ini perlu satu kuki untuk membedakanmu dari orang lain. Izinkan, lalu muat ulang halamannya.
page-not-vouched = Aku tidak bisa memastikan siapa kamu. Tutup ini, lalu buka lagi dari obrolan kita, ya.
page-who = Siapa kamu di sini
page-sign-in = Masuk dengan { $platform }
page-signed-in = Kamu { $name } dari { $platform }: gambar dan riwayatnya sama.
page-sign-out = Keluar
page-not-signed-in = Kamu belum masuk. Silakan coba sekali lagi.

## Discord

discord-prompt = prompt
discord-prompt-help = Apa yang ingin kamu lihat, dalam bahasa apa pun
input-image = Gambar
input-image-help = Gambar awal: kata-katamu mengubahnya
input-mask = Masker
input-mask-help = Putih di bagian yang dilukis ulang, hitam di bagian yang tetap
input-other = Gambar lain
input-other-help = Dengan --control beberapa jenis: gambar sumber semuanya selain yang pertama
input-like = Seperti
input-like-help = Gambar yang ditiru oleh gambarmu: gayanya dan isinya; kata-katamu mengatakan apa yang digambar
input-end = Gambar terakhir
input-end-help = Dengan --frames: gambar yang dituju oleh gambar pertama
discord-about = tentang
discord-about-help = Kata atau topik yang dicari, misalnya langkah
discord-page = halaman
discord-page-help = Halaman berapa; 1 yang terbaru
discord-words = kata
discord-words-help = Gambar mana: kata dari promptnya, --model, 2026-11, kemarin
discord-language = bahasa
discord-language-help = Bahasa yang kupakai
discord-change = ubah
discord-change-help = Misalnya --steps 30 --ar 16:9, atau: reset steps
discord-file = berkas
discord-file-help = Gambarnya, sebagai berkas
discord-second = kedua
discord-second-help = Satu gambar lagi untuk dipadukan.
discord-third = ketiga
discord-third-help = Satu gambar lagi untuk dipadukan.
discord-fourth = keempat
discord-fourth-help = Satu gambar lagi untuk dipadukan.
discord-fifth = kelima
discord-fifth-help = Satu gambar lagi untuk dipadukan.
discord-job = nomor
discord-job-help = Nomor gambarmu, seperti pada nama berkasnya.
discord-private = pribadi
discord-private-help = Gambar dan semua hasilnya hanya diperlihatkan kepadaku
discord-menu = Lukis dari gambar ini
discord-info = Bagaimana gambar ini dibuat?
discord-upscale = Perbesar
discord-again = Lukis lagi
discord-describe = Apa isinya?
discord-english = Bahasa Inggris yang kulukis
discord-no-form = Kolom untuk kata-katamu tidak bisa kubuka. Tolong pilih “{ $menu }” sekali lagi, ya.

## For those in charge of a chat, and whoever runs me

button-report = 🚩 Laporkan
button-remove = 🗑 Hapus
button-warn = ✋ Tegur
button-ban = ⛔ Blokir
button-dismiss = ✅ Biarkan
report-thanks = Terima kasih. Pengurus di sini akan melihatnya.
report-nobody = Tidak ada pengurus di sini yang bisa kuberi tahu.
report-many = Terima kasih. Pengurus di sini sudah punya banyak yang harus dilihat; coba lagi nanti, ya.
report-seen = Pengurus di sini sudah melihat gambar ini.
report-told = 🚩 Sebuah gambar dilaporkan. Dari { $person }, di { $chat }:
report-listed = 🚩 Sebuah daftar menemukan “{ $line }”. Dari { $person }, di { $chat }:
report-closed =
    { $deed ->
         [remove] ✅ { $name } menghapus gambarnya.
         [warn] ✅ { $name } menegur pembuatnya.
         [ban] ✅ { $name } memblokir pembuatnya dan menghapus gambarnya.
        *[dismiss] ✅ { $name } membiarkannya.
    }
report-done =
    { $deed ->
         [remove] Dihapus.
         [warn] Ditegur.
         [ban] Diblokir, dan gambarnya dihapus.
        *[dismiss] Dibiarkan.
    }
report-done-already = Sudah beres: admin lain lebih cepat.
report-outcome =
    { $deed ->
         [remove] Laporanmu sudah dilihat: gambarnya sudah dihapus. Terima kasih.
         [warn] Laporanmu sudah dilihat: pembuatnya diminta lebih tenggang rasa. Terima kasih.
         [ban] Laporanmu sudah dilihat: gambarnya dihapus dan pembuatnya tidak bisa melukis lagi. Terima kasih.
        *[dismiss] Laporanmu sudah dilihat: gambarnya boleh tetap ada. Terima kasih sudah peduli.
    }
report-warning = 🙏 Pengurus di sini memintamu bertenggang rasa: orang lain melihat apa yang kamu lukis.
command-moderate = Untuk admin: daftar kata, blokir, jeda, dan lainnya
command-moderate-names = moderasi, admin, atur
moderate-how = Yang bisa kamu kirim sebagai admin:
    /moderate test … – apa yang dilakukan daftar pada kata-kata, dan mengapa
    /moderate block …, spoiler …, report …, allow … – taruh kata di daftar: tidak dilukis, dilukis tapi disembunyikan, kamu diberi tahu, atau selalu dilewati
    /moderate lists, /moderate drop … – lihat daftar obrolan ini, keluarkan sebuah kata
    /moderate ban …, unban … – tolak seseorang, dengan id atau sebagai balasan ke gambarnya
    /moderate limit …, unlimit – berapa gambar yang muat dalam satu jam atau sehari, untuk obrolan ini atau satu orang
    /moderate pause, resume – tidak menerima yang baru; yang berjalan diselesaikan
    /moderate say … – katakan sesuatu di sini atas namaku
    /moderate stats, log, reports – siapa melukis berapa banyak, apa yang dilakukan admin, dan laporan terbuka
moderate-how-operators = /moderate broadcast …, stop – kabari semua obrolan, dan tarik yang belum terkirim
    Blokir, jeda, statistik, dan catatan berlaku untuk semua obrolan, atau untuk yang ini dengan “here” di akhir.
moderate-test-how = Sertakan kata-katanya: /moderate test …
moderate-test-nothing = ✅ Tidak ada daftar yang menemukan apa pun. Dalam bahasa Inggris: { $english }
moderate-test-english = Dalam bahasa Inggris: { $english }
moderate-test-found =
    { $list ->
         [block] ⛔ Tidak dilukis:
         [spoiler] 🙈 Dilukis, tapi tersembunyi sampai diketuk:
        *[report] 🚩 Dilukis, dan admin diberi tahu:
    } { $where ->
         [bot] “{ $line }”, dari daftar untuk semua obrolan.
        *[chat] “{ $line }”, dari daftar obrolan ini.
    }
moderate-lists =
    { $count ->
        *[other] Daftar obrolan ini punya { $count } baris.
    }
moderate-line = • { $list }: { $line }
moderate-full = Daftar obrolan ini penuh: paling banyak { $limit } baris.
moderate-bad-line =
    { $why ->
         [long] Baris itu terlalu panjang.
         [empty] Tidak ada huruf di baris itu.
         [pattern] Itu bukan ekspresi reguler.
         [all] Itu akan menemukan semuanya.
        *[slow] Ekspresi itu terlalu lama untuk beberapa teks.
    }
moderate-added = ✅ Sekarang ada di daftar { $list }: { $line }
moderate-known = Sudah ada di daftar { $list }: { $line }
moderate-dropped = ✅ Tidak lagi ada di daftar obrolan ini: { $line }
moderate-no-line = Tidak ada di daftar obrolan ini: { $line }
moderate-who = Siapa maksudmu? Balas gambarnya, atau sertakan id seperti telegram:123.
moderate-banned =
    { $where ->
         [everywhere] ⛔ Aku tidak menerima yang baru dari { $person }, di obrolan mana pun.
        *[here] ⛔ Aku tidak menerima yang baru dari { $person } di obrolan ini.
    } { $count ->
        *[other] { $count } gambar dihentikan.
    }
moderate-banned-already = { $person } sudah diblokir.
moderate-unbanned = ✅ { $person } boleh melukis lagi.
moderate-not-banned = { $person } tidak diblokir.
moderate-limit-how = Berapa, dan dalam waktu apa? Untuk seluruh obrolan ini: /moderate limit 50/day. Untuk satu orang, dengan id atau sebagai balasan ke gambarnya: /moderate limit telegram:123 5/hour. /moderate unlimit menghapusnya.
moderate-limit-all = seluruh obrolan ini
moderate-limited = ✅ { $whom } – { $kind }: { $limit }
moderate-limits = Batas yang dipasang admin di sini:
moderate-limits-none = Belum ada admin yang memasang batas di sini.
moderate-limit-line = • { $whom } – { $kind }: { $limit }
moderate-unlimited = ✅ Tidak ada lagi batas dari admin: { $whom }
moderate-not-limited = Belum ada admin yang memasang batas untuk { $whom }.
moderate-paused =
    { $where ->
         [everywhere] ⏸ Aku tidak menerima yang baru, di obrolan mana pun. Yang berjalan diselesaikan.
        *[here] ⏸ Aku tidak menerima yang baru di obrolan ini. Yang berjalan diselesaikan.
    }
moderate-resumed =
    { $where ->
         [everywhere] ▶️ Aku melukis lagi di semua obrolan.
        *[here] ▶️ Aku melukis lagi di obrolan ini.
    }
moderate-reports = Laporan terbuka, kukirim kepadamu secara pribadi: { $count }
moderate-say-how = Sertakan kata-katanya.
moderate-said = ✅ Sudah kukatakan.
moderate-broadcast =
    { $count ->
        *[other] 📣 Sedang menuju { $count } obrolan.
    } /moderate stop menarik yang belum terkirim.
moderate-stopped =
    { $count ->
        *[other] ✋ { $count } obrolan tidak akan dikabari.
    }
moderate-stats = { $days } hari terakhir: orang { $people } · permintaan { $jobs } · gambar { $pictures }
moderate-busy = Sedang menunggu atau dilukis: { $count }
moderate-stats-line = • { $name } ({ $person }): gambar { $pictures } · permintaan { $jobs }
moderate-log = Yang dilakukan admin, halaman { $number }:
moderate-log-line = • { $when } { $name } – { $what } { $about } ({ $chat })
error-not-admin = Ini untuk admin. Kalau kamu yang menjalankan aku, taruh id-mu di ADMINS: { $id }
error-banned = Seorang admin memutuskan bahwa aku tidak menerima yang baru darimu di sini. Kalau menurutmu itu keliru, bicaralah dengan mereka.
error-paused = Aku sedang tidak menerima yang baru. Yang menunggu akan diselesaikan; coba lagi nanti, ya.
error-over-quota =
    { $whose ->
         [chat] Jatah obrolan ini untuk saat ini sudah habis
        *[person] Jatahmu untuk saat ini sudah habis
    } ({ $kind }: { $limit }). Ada tempat lagi untuk ini dalam { $wait }.
error-too-much-at-once = Itu terlalu banyak sekaligus: { $asked }, sedangkan yang muat paling banyak { $limit } ({ $kind }). Minta lebih sedikit, ya.
error-too-large-here = Itu lebih besar daripada yang boleh kamu minta di sini: { $size } megapiksel, paling besar { $limit }.
error-not-that-model = Model { $model } tidak termasuk yang boleh kamu pakai di sini: { $choices }.
error-blocked = Yang ini tidak kulukis di sini. Coba gambarkan yang lain, ya.
discord-order = perintah
discord-order-help = Yang harus dilakukan. Kosong: apa saja yang ada
