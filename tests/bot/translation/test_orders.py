"""What asks for a change is read as an order by the built-in dictionary, and joined to what a picture shows."""

from __future__ import annotations

import pytest

from bot.changes import Scene, join
from bot.translation.glossary.orders import ordered
from bot.translation.glossary.translate import word_for_word

FOX = "a red fox with a hat in the snow"

ORDERS = {
    "make it night": (
        "a red fox with a hat in the snow at night",
        {
            "id": ["jadikan malam", "buat jadi malam", "tolong ubah jadi malam hari"],
            "es": ["haz que sea de noche", "que sea de noche"],
            "pt": [
                "faça ficar de noite",
                "que seja noite",
                "deixa de noite",
                "faça ser noite",
                "faz com que fique noite",
            ],
            "ru": [
                "сделай ночь",
                "пусть будет ночь",
                "Сделай ночь, пожалуйста",
                "сделай так, чтобы была ночь",
            ],
            "ar": ["اجعله ليلا", "اجعلها ليلًا"],
            "hi": ["इसे रात बना दो", "रात कर दो", "रात का समय कर दो"],
            "ja": ["夜にして", "夜にしてください", "夜っぽくして"],
            "ko": ["밤으로 바꿔 줘", "밤으로 만들어줘"],
            "zh": ["把它变成夜晚", "变成夜晚", "请把它变成夜晚"],
        },
    ),
    "make it blue": (
        "a blue fox with a hat in the snow",
        {
            "id": [
                "buat jadi biru",
                "ubah jadi biru",
                "bikin dia biru",
                "jadiin biru",
                "bisa dibuat biru?",
                "bikin warnanya biru",
                "warnai biru",
            ],
            "es": [
                "hazlo azul",
                "píntalo de azul",
                "déjalo azul",
                "hacelo azul",
                "quiero que sea azul",
                "¿puedes hacerlo azul?",
                "haz que el zorro sea azul",
                "píntelo de azul",
            ],
            "pt": [
                "deixe azul",
                "pinte de azul",
                "deixa ele azul",
                "deixe ela azul",
                "faz ele azul",
                "pinta ele de azul",
                "muda pra azul",
                "pode deixar ele azul?",
                "faz isso ficar azul",
                "transforma ele em azul",
            ],
            "ru": [
                "сделай её синей",
                "сделай синим",
                "покрась в синий",
                "пусть станет синим",
                "хочу чтобы он был синим",
                "можешь сделать его синим?",
                "сделать синим",
            ],
            "ar": [
                "اجعله أزرق",
                "خليها زرقاء",
                "اجعل لونه أزرق",
                "غير لونه إلى الأزرق",
                "ممكن تخليه أزرق",
                "أريده أزرق",
            ],
            "hi": [
                "इसे नीला कर दो",
                "नीला बना दो",
                "इसका रंग नीला कर दो",
                "इसे नीला रंग दो",
                "क्या आप इसे नीला कर सकते हैं",
            ],
            "ja": [
                "青くして",
                "青にして",
                "彼を青くして",
                "これを青くして",
                "青く塗って",
                "青にしてほしい",
                "青くできますか",
                "キツネを青くして",
            ],
            "ko": [
                "파란색으로 바꿔 줘",
                "파란색으로 칠해 줘",
                "파랗게 해줘",
                "파랗게 칠해 주세요",
                "여우를 파랗게 해줘",
                "그를 파란색으로 바꿔줘",
            ],
            "zh": [
                "把它变成蓝色",
                "改成蓝色",
                "把它变蓝",
                "变蓝色",
                "涂成蓝色",
                "把它弄成蓝色",
                "能把它变成蓝色吗",
                "帮我把它变成蓝色",
            ],
        },
    ),
    "add a dog": (
        "a red fox with a hat and a dog in the snow",
        {
            "id": ["tambahkan anjing", "tambah anjing", "tambahin anjing dong"],
            "es": ["añade un perro", "agrega un perro", "agregar un perro", "poné un perro"],
            "pt": [
                "adicione um cachorro",
                "coloque um cachorro",
                "bota um cachorro",
                "põe um cachorro",
                "adicionar um cachorro",
            ],
            "ru": ["добавь собаку", "дорисуй собаку", "добавить собаку", "добавь ему собаку"],
            "ar": ["أضف كلبا", "ضيف كلب", "حط كلب"],
            "hi": ["एक कुत्ता जोड़ो", "कुत्ता जोड़ दो", "इसमें कुत्ता जोड़ो"],
            "ja": ["犬を追加して", "犬を足して", "犬も追加して", "犬を足してほしい"],
            "ko": ["강아지를 추가해 줘", "개를 넣어 줘"],
            "zh": ["加一只狗", "加上一只狗", "再加一只狗"],
        },
    ),
    "remove the hat": (
        "a red fox in the snow",
        {
            "id": ["hapus topi", "hilangkan topi", "hilangin topinya"],
            "es": ["quita el sombrero", "elimina el sombrero", "sácale el sombrero", "quitar el sombrero"],
            "pt": ["remova o chapéu", "tire o chapéu", "tira o chapéu dele", "remover o chapéu"],
            "ru": ["убери шляпу", "удали шляпу", "сними с него шляпу", "убрать шляпу"],
            "ar": ["أزل القبعة", "احذف القبعة", "شيل القبعة", "إزالة القبعة"],
            "hi": ["टोपी हटाओ", "टोपी हटा दो", "टोपी निकाल दीजिए"],
            "ja": ["帽子を消して", "帽子なしで"],
            "ko": ["모자를 빼 줘", "모자 없애 줘"],
            "zh": ["去掉帽子", "不要帽子", "把帽子去掉", "不要戴帽子", "把帽子去了"],
        },
    ),
    "replace the fox with a cat": (
        "a cat with a hat in the snow",
        {
            "id": ["ganti rubah dengan kucing"],
            "es": ["un gato en lugar del zorro", "cambia el zorro por un gato"],
            "pt": ["um gato em vez da raposa", "troque a raposa por um gato"],
            "ru": ["вместо лисы кошка", "замени лису на кошку"],
            "ar": ["قطة بدلا من الثعلب"],
            "hi": ["लोमड़ी की जगह बिल्ली"],
            "ja": ["キツネの代わりに猫", "キツネを猫にして"],
            "ko": ["여우 대신 고양이", "여우를 고양이로 바꿔 줘"],
            "zh": ["用猫代替狐狸", "把狐狸换成猫"],
        },
    ),
    "make it bigger": (
        "a big red fox with a hat in the snow",
        {
            "id": ["buat lebih besar"],
            "es": ["hazlo más grande"],
            "pt": ["deixe maior"],
            "ru": ["сделай побольше"],
            "ar": ["اجعله أكبر"],
            "hi": ["इसे बड़ा कर दो"],
            "ja": ["もっと大きくして"],
            "ko": ["더 크게 해 줘"],
            "zh": ["变大一点"],
        },
    ),
    "make it two": (
        "two red foxes with a hat in the snow",
        {
            "id": ["buat jadi dua"],
            "es": ["que sean dos"],
            "pt": ["que sejam dois"],
            "ru": ["сделай две"],
            "ar": ["اجعلهم اثنين"],
            "hi": ["दो कर दो"],
            "ja": ["二匹にして"],
            "ko": ["두 마리로 해 줘"],
            "zh": ["变成两只"],
        },
    ),
    "change the background to green": (
        "a red fox with a hat on a green background",
        {
            "id": ["ubah latar jadi hijau"],
            "es": ["cambia el fondo a verde"],
            "pt": ["mude o fundo para verde"],
            "ru": ["сделай фон зелёным"],
            "ar": ["اجعل الخلفية خضراء"],
            "hi": ["पृष्ठभूमि हरी कर दो"],
            "ja": ["背景を緑にして"],
            "ko": ["배경을 초록색으로 바꿔 줘"],
            "zh": ["把背景变成绿色"],
        },
    ),
    "put it on the beach": (
        "a red fox with a hat {} the beach",
        {
            "id": ["taruh di pantai", "pindahkan ke pantai"],
            "es": ["ponlo en la playa"],
            "pt": ["coloque na praia", "coloca ela na praia"],
            "ru": ["перенеси на пляж", "помести его на пляж"],
            "ar": ["ضعه على الشاطئ"],
            "hi": ["इसे समुद्र तट पर रखो"],
            "ja": ["ビーチに置いて", "ビーチに移して"],
            "ko": ["해변으로 옮겨 줘", "해변에 놓아 줘"],
            "zh": ["把它放在海滩上"],
        },
    ),
    "make the fox blue": (
        "a blue fox with a hat in the snow",
        {
            "id": ["rubahnya dibikin biru dong"],
            "es": ["deja el zorro azul", "pinta el zorro de azul"],
            "pt": ["deixa a raposa azul", "muda a cor dela para azul"],
            "ru": ["сделай лису синей", "перекрась лису в синий"],
            "ar": ["اجعل الثعلب أزرق", "لون الثعلب بالأزرق"],
            "hi": ["लोमड़ी का रंग नीला कर दो"],
            "ja": ["それを青くして"],
            "ko": ["그걸 파랗게 해 줘"],
            "zh": ["让狐狸变成蓝色"],
        },
    ),
    "put it at night": (
        "a red fox with a hat in the snow at night",
        {
            "id": ["ganti waktunya jadi malam"],
            "es": ["ponlo de noche", "hazlo de noche"],
            "pt": ["bota de noite", "coloca ela à noite"],
            "ru": ["сделай её ночью"],
            "ar": ["اجعل الوقت ليلا", "اجعلها وقت الليل"],
            "hi": ["रात का समय दिखाओ"],
            "ja": ["それを夜にして", "夜の時間にして"],
            "ko": ["시간을 밤으로 바꿔 줘"],
            "zh": ["改到晚上"],
        },
    ),
    "let it rain": (
        "a red fox with a hat in the rain",
        {
            "id": ["bikin turun hujan"],
            "es": ["haz que llueva", "que esté lloviendo"],
            "pt": ["faz chover", "faça com que chova"],
            "ru": ["пусть идёт дождь"],
            "ar": ["اجعل الجو ممطرا"],
            "hi": ["बारिश करवा दो"],
            "ja": ["雨を降らせて"],
            "ko": ["비가 오게 해 줘", "비 오는 날로 바꿔 줘"],
            "zh": ["改成下雨天"],
        },
    ),
    "add a bird to it": (
        "a red fox with a hat and a bird in the snow",
        {
            "id": ["tambahin seekor burung"],
            "es": ["añádele un pájaro"],
            "pt": ["coloca um pássaro nela"],
            "ru": ["пририсуй ей птицу"],
            "ar": ["أضف إليه طائرا"],
            "hi": ["इसमें एक पक्षी भी जोड़ दो"],
            "ja": ["それに鳥を足して", "鳥を一羽追加して"],
            "ko": ["거기에 새를 추가해 줘", "새 한 마리 넣어 줘"],
            "zh": ["再画一只鸟", "背景里加一只鸟"],
        },
    ),
    "take the hat off it": (
        "a red fox in the snow",
        {
            "id": ["copot topinya dong"],
            "es": ["bórrale el sombrero"],
            "pt": ["apaga o chapéu dela"],
            "ru": ["сними с неё шляпу"],
            "ar": ["احذف القبعة منه"],
            "hi": ["इसमें से टोपी हटा दो"],
            "ja": ["それの帽子を取って", "帽子を脱がせて"],
            "ko": ["모자 벗겨 줘"],
            "zh": ["把它的帽子去掉"],
        },
    ),
    "replace it with a cat": (
        "a cat with a hat in the snow",
        {
            "id": ["rubahnya ganti jadi kucing"],
            "es": ["reemplázalo por un gato", "pon un gato en lugar del zorro"],
            "pt": ["troca ela por um gato", "transforma a raposa em um gato"],
            "ru": ["замени её на кошку", "преврати лису в кошку"],
            "ar": ["ضع قطة بدلا من الثعلب"],
            "hi": ["लोमड़ी की जगह बिल्ली रख दो"],
            "ja": ["キツネの代わりに猫を描いて"],
            "ko": ["여우를 고양이로 교체해 줘", "여우 대신 고양이를 그려 줘"],
            "zh": ["把狐狸换成一只猫"],
        },
    ),
    "make two foxes": (
        "two red foxes with a hat in the snow",
        {
            "id": ["buat rubahnya jadi dua"],
            "es": ["haz dos zorros", "que haya dos"],
            "pt": ["faça duas raposas", "quero duas raposas"],
            "ru": ["сделай двух лис", "пусть лис будет две"],
            "ar": ["اجعلهم اثنين", "اجعلها اثنتين"],
            "hi": ["दो लोमड़ियाँ बना दो"],
            "ja": ["二匹に増やして"],
            "ko": ["두 마리로 늘려 줘"],
            "zh": ["变成两只狐狸"],
        },
    ),
    "move the fox to the forest": (
        "a red fox with a hat in the forest",
        {
            "id": ["taruh rubahnya di hutan"],
            "es": ["lleva el zorro al bosque", "llévalo al bosque"],
            "pt": ["leva a raposa para a floresta", "leva ela pra floresta"],
            "ru": ["перенеси лису в лес", "перенеси её в лес"],
            "ar": ["انقل الثعلب إلى الغابة"],
            "hi": ["लोमड़ी को जंगल में रख दो"],
            "ja": ["それを森に置いて"],
            "ko": ["여우를 숲속에 놓아 줘"],
            "zh": ["把狐狸移到森林里"],
        },
    ),
    "make the fox bigger": (
        "a big red fox with a hat in the snow",
        {
            "id": ["besarkan rubahnya"],
            "es": ["agranda el zorro"],
            "pt": ["aumenta a raposa"],
            "ru": ["увеличь лису"],
            "ar": ["كبرها", "كبر الثعلب"],
            "hi": ["लोमड़ी को बड़ा कर दो"],
            "ja": ["キツネを大きくして"],
            "ko": ["여우를 크게 해 줘"],
            "zh": ["把狐狸变大"],
        },
    ),
    "make it blue and make it night": (
        "a blue fox with a hat in the snow at night",
        {
            "id": ["jadikan biru dan ubah jadi malam"],
            "es": ["hazlo azul y ponlo de noche"],
            "pt": ["pinta ela de azul e deixa de noite"],
            "ru": ["покрась её в синий и сделай ночь"],
            "ar": ["اجعله أزرق واجعله ليلا"],
            "hi": ["इसे नीला कर दो और रात कर दो"],
            "ja": ["青くして夜にして"],
            "ko": ["파란색으로 바꾸고 밤으로 해 줘"],
            "zh": ["把它变蓝然后改成晚上"],
        },
    ),
}


def told(text: str, language: str) -> str:
    return ordered(text, language, lambda words: word_for_word(words, language)) or ""


@pytest.mark.parametrize(
    ("text", "language", "joined"),
    [
        pytest.param(text, language, joined, id=f"{english}-{language}-{i}")
        for english, (joined, by_language) in ORDERS.items()
        for language, texts in by_language.items()
        for i, text in enumerate(texts)
    ],
)
def test_an_order_in_nine_languages_is_read_without_a_network(text: str, language: str, joined: str) -> None:
    scene = join(Scene(FOX), told(text, language))
    assert scene is not None, told(text, language)
    assert scene.prompt in {joined.format(preposition) for preposition in ("on", "at")}, told(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("rubah merah di salju", "id"),
        ("un zorro rojo en la nieve", "es"),
        ("красная лиса в снегу", "ru"),
        ("ثعلب أحمر في الثلج", "ar"),
        ("बर्फ में लाल लोमड़ी", "hi"),
        ("雪の中の赤いキツネ", "ja"),
        ("눈 속의 빨간 여우", "ko"),
        ("雪中的红狐狸", "zh"),
        ("une renarde rouge", "fr"),
        ("", "ru"),
        ("добавь " * 400, "ru"),
        ("bota na neve", "pt"),
        ("kursi, dibuat dari kayu", "id"),
        ("染成蓝色的头发", "zh"),
        ("放在桌上的苹果", "zh"),
        ("能量水晶", "zh"),
        ("变形金刚", "zh"),
        ("青く光る森", "ja"),
        ("月を描いて", "ja"),
        ("물건을 들고 있는 여자", "ko"),
        ("un gato y un perro", "es"),
        ("يد ووردة", "ar"),
        ("лиса и кошка", "ru"),
    ],
)
def test_a_description_is_no_order(text: str, language: str) -> None:
    assert told(text, language) == ""
