### Bahasa Indonesia. Apa arti tiap pesan dan aturannya: lihat en.ftl dan docs/interface.md.

language-name = Bahasa Indonesia
language-names = bahasa indonesia, indonesia, indonesian, bahasa

## While a job waits and runs

status-waiting = 🎨 Sebentar, menyiapkan…
status-queued = ⏳ { $position ->
    [1] Giliranmu berikutnya.
   *[other] Antrean nomor { $position }.
}
status-queued-wait = ⏳ { $position ->
    [1] Giliranmu berikutnya: kira-kira { $wait } lagi.
   *[other] Antrean nomor { $position }: kira-kira { $wait } lagi.
}
status-started = 🎨 Mulai melukis…
status-progress = 🎨 Melukis: { NUMBER($share, style: "percent") }
status-cancelled = ✋ Dibatalkan.

## Results

result-english = Dalam bahasa Inggris: { $english }
result-word-for-word = Diterjemahkan kata demi kata dengan kamus bawaan: layanan terjemahan sedang tidak menjawab.
result-not-translated = Belum ada yang bisa menerjemahkan ini, jadi dilukis persis seperti yang kamu tulis.
result-translator = Diterjemahkan oleh { $provider }.
result-person = Dengan bahasa Inggrismu sendiri.
result-draws = Aku model kecil dan baru mengenal beberapa hal. Coba: { $examples }
result-deleted = 🗑 Sudah dihapus.
result-facts = seed { $seed } · { $size } · { $steps } langkah · { $sampler } · cfg { $cfg } · { $model }
result-strength = kekuatan { $strength }

## Buttons

button-cancel = ✋ Batalkan
button-reroll = 🎲 Ulangi
button-reroll-one = 🎲 { $number }
button-original = 📄 Berkas asli
button-original-one = 📄 { $number }
button-delete = 🗑 Hapus
button-show = 🖼 Tampilkan lagi
button-raw = Pakai kata-kataku
button-edit = ✏️ Ubah terjemahan
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = Dibatalkan.
toast-too-late = Terlambat: gambarnya sudah jadi.
toast-deleted = Sudah dihapus.
toast-language = Sekarang aku berbahasa Indonesia.

## Commands

command-imagine = Lukis gambar dari kata-kata
command-imagine-names = gambar, lukis, bayangkan, buat
command-history = Lihat gambar-gambarmu
command-history-names = riwayat, galeri
command-cancel = Hentikan gambarmu yang menunggu atau sedang dibuat
command-cancel-names = batal, batalkan, berhenti
command-help = Cara kerjanya, dan arti istilah-istilahnya
command-help-names = bantuan, panduan, tolong
command-models = Model apa saja yang bisa melukis
command-models-names = daftar-model
command-language = Pilih bahasa yang kupakai
command-language-names = bahasa
command-start = Menyapa
command-start-names = mulai, halo

imagine-how = Ceritakan apa yang ingin kamu lihat, dalam bahasa apa pun. Contohnya:
    /imagine { $example }
imagine-example = rubah merah di salju --ar 16:9
message-hint = Kirim /imagine dan apa yang ingin kamu lihat, dalam bahasa apa pun. Contohnya:
    /imagine { $example }
history-empty = Belum ada gambar. Kirim /imagine dan apa yang ingin kamu lihat.
history-page = { $number } dari { $total }
cancel-none = Tidak ada yang menunggu atau sedang dibuat.
cancel-done = { $count } gambar dihentikan.
edit-ask = Balas pesan ini dengan kalimat bahasa Inggris yang ingin kamu lukis. Sekarang bunyinya:
    { $english }
models-title = Model yang bisa melukis:
models-line = • { $name }: { $title }
models-how = Pilih dengan --model, misalnya: /imagine rubah merah --model { $name }
language-ask = Aku sebaiknya berbahasa apa?
language-auto = Ikuti aplikasiku
welcome = Halo! Aku Lukis. Aku melukis gambar dari kata-kata, dalam bahasa apa pun.
    /imagine { $example }
    Balas sebuah gambar dengan kata-kata untuk mengubahnya. /help menjelaskan lebih banyak.
help-text = Kirim /imagine dan apa yang ingin kamu lihat, dalam bahasa apa pun:
    /imagine { $example }

    Balas sebuah gambar dengan /imagine dan kata-kata untuk mengubahnya.
    /history menampilkan gambarmu, /cancel menghentikan yang menunggu atau sedang dibuat.

    Kamu bisa menambahkan:
help-flag = { $flag } – { $help } { $range }

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
parameter-count = Jumlah
parameter-count-help = Berapa gambar yang dibuat, masing-masing dengan seed sendiri.
parameter-count-flags = jumlah
parameter-negative = Tanpa
parameter-negative-help = Apa yang tidak boleh tampak di gambar.
parameter-negative-flags = tanpa, negatif
parameter-strength = Kekuatan
parameter-strength-help = Kalau mulai dari gambar: seberapa jauh meninggalkannya. 0.3 memoles sedikit, 0.9 menyisakan sedikit.
parameter-strength-flags = kekuatan
parameter-model = Model
parameter-model-help = Model mana yang melukis. /models menampilkan daftarnya.
parameter-model-flags = model
parameter-raw = Apa adanya
parameter-raw-help = Berikan prompt ke model persis seperti tertulis, tanpa diterjemahkan.
parameter-raw-flags = apa-adanya, mentah

## When something is in the way

error-unknown = Maaf, ada yang salah di pihakku. Kalau melapor ke admin, sebutkan nomor { $incident }.
error-engine = Maaf, aku gagal melukisnya. Coba lagi, ya. Kalau melapor ke admin, sebutkan nomor { $incident }.
error-out-of-memory = Memori tidak cukup untuk gambar ini. Coba --size yang lebih kecil.
error-broken-numbers = Modelnya tersesat kali ini. Coba seed lain atau --cfg yang lebih rendah. Nomor { $incident }.
error-device-lost = Pelukisnya menghilang sebentar. Coba lagi, ya.
error-empty-prompt = Ceritakan apa yang ingin kamu lihat: aku tidak menemukan kata-kata.
error-prompt-too-long = Itu { $length } karakter; aku hanya bisa membaca sampai { $limit }.
error-unknown-flag = { $nearest ->
    [none] Aku tidak mengenal { $flag }. /help memuat semua yang kukenal.
   *[other] Aku tidak mengenal { $flag }. Maksudmu { $nearest }?
}
error-out-of-range = { $value ->
    [none] { $flag } perlu nilai: { $range }.
   *[other] { $flag } tidak bisa { $value }. Coba { $range }.
}
error-unknown-choice = { $nearest ->
    [none] { $flag } tidak bisa “{ $value }”. Pilihannya: { $choices }.
   *[other] { $flag } tidak bisa “{ $value }”. Maksudmu { $nearest }? Pilihannya: { $choices }.
}
error-no-image = Ini perlu gambar awal: sertakan satu, atau balas sebuah gambar.
error-bad-image = Aku tidak bisa membaca berkas itu sebagai gambar. Paling aman PNG, JPEG, atau WebP.
error-image-too-large = Gambar itu terlalu besar: paling besar { $limit }.
error-bad-model = Model { $model } tidak bisa dipakai: { $reason }
error-not-allowed = Bot ini hanya untuk yang diundang. Supaya bisa masuk, berikan id-mu ke admin: { $id }
error-not-yours = Itu milik orang lain.
error-not-found = Itu sudah tidak ada di sini.
error-too-many-jobs = Sudah ada { $limit } gambarmu yang menunggu. Tambah lagi kalau salah satunya selesai, ya.
error-closing = Aku sedang dimulai ulang. Coba lagi sebentar lagi, ya.

## In a terminal

terminal-starting = Memulai…
terminal-ready = Lukis siap.
terminal-page = Halaman: { $address }
terminal-on = { $platform }: aktif.
terminal-off = { $platform }: tidak aktif. Untuk mengaktifkannya, tulis { $setting } di .env (lihat { $file }).
terminal-open = Akses: siapa pun yang menemukan bot ini boleh melukis. Untuk mengubahnya, tulis { $setting } di .env.
terminal-listed = Akses: hanya { $count } yang tercantum di ALLOWED yang boleh melukis. Untuk mengubahnya, tulis { $setting } di .env.

doctor-data = Folder data
doctor-data-free = { $folder } (tidak terpakai, sisa { $space })
doctor-data-used = { $folder } (dipakai Lukis yang sedang berjalan, sisa { $space })
doctor-tokens = Token
doctor-token-set = { $platform } ada
doctor-token-missing = { $platform } belum ada
doctor-access = Akses
doctor-access-told = { $access }, { $allowed } diizinkan, { $admins } admin
doctor-torch-told = { $version } di { $devices }
doctor-cpu = CPU
doctor-models = Model
