### 한국어. 각 메시지의 뜻과 규칙은 en.ftl과 docs/interface.md를 보세요.

language-name = 한국어
language-names = 한국어, 한국말, 한글, korean, korea

## While a job waits and runs

status-waiting = 🎨 준비하고 있어요…
status-sweep = 모두 { $count }장을 그려요.
status-morph = 모두 { $count }프레임을 그려요.
status-queued = ⏳ { $position ->
    [1] 바로 다음 차례예요.
   *[other] 대기 순서 { $position }번이에요.
}
status-queued-wait = ⏳ { $position ->
    [1] 바로 다음 차례예요. 약 { $wait } 남았어요.
   *[other] 대기 순서 { $position }번이에요. 약 { $wait } 남았어요.
}
status-start = 🔌 기기를 켜고 있어요. 약 { $time } 걸려요.
status-started = 🎨 그리기 시작했어요…
status-larger = 🔍 { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } 크기로 확대해요
status-larger-time = 🔍 { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } 크기로 확대해요. 약 { $time }
status-progress = 🎨 그리는 중: { NUMBER($share, style: "percent") }
find-found = 🎯 “{ $words }”은(는) 여기로 보여요. 줄무늬 부분을 새로 그리고 나머지는 그대로 둬요. 누르기 전에는 아무것도 그리지 않아요.
status-cancelled = ✋ 취소했어요.
status-over = ✅ 끝났어요.
status-parting = ⏳ 여기서 답할 수 있는 시간보다 오래 걸려요. 가능하면 개인 메시지로 그림을 보내 드리고, /history에서는 언제든 볼 수 있어요.

## Results

result-english = 영어로: { $english }
result-looked-for = 찾아본 것(영어): { $english }
result-joined = 원래 그림의 내용과 합쳤어요: { $english }
result-without = 그리지 않을 것: { $negative }
result-word-for-word = 번역 서비스가 응답하지 않아서, 내장 사전으로 낱말만 옮겼어요.
result-dictionary = 내장 사전으로 낱말만 옮겼어요.
result-not-translated = 지금은 번역할 수 있는 곳이 없어서, 적어 주신 그대로 그렸어요.
result-translator = { $provider } 번역.
result-person = 직접 써 주신 영어로 그렸어요.
result-draws = 저는 작은 모델이라 아는 것이 많지 않아요. 이렇게 해 보세요: { $examples }
result-narrowed = { $model } 모델에는 { $asked } 크기가 없어요. 가장 가까운 크기: { $size }
result-unheard = { $model ->
    [none] 가이던스가 1이면 무엇을 빼야 하는지 모델에 전해지지 않아요. --cfg 값을 올리면 전해져요.
   *[other] { $model } 모델에는 무엇을 뺄지 전할 수 없어요.
}
notice-lora-in-part = LoRA { $lora }의 { NUMBER($share, style: "percent") }만 { $model } 모델에 맞아요. 나머지는 적용되지 않았어요.
notice-guessed-mask = 보내신 그림을 마스크로 썼어요. 표시했거나 하얀 부분을 새로 그려요. 그 그림 자체를 바꾸려면 답장하지 말고 보내 주세요.
notice-first-frame = 보내신 그림은 움직이는 그림이라 첫 프레임만 썼어요.
notice-first-page = 보내신 파일에 여러 쪽이 있어서 첫 쪽만 썼어요.
notice-read-as = 이렇게 읽었어요: { $told }.
notice-no-meaning = 여기에는 해당하는 기능이 없어서 건너뛰었어요: { $flags }
notice-not-here = 붙여넣은 설정 중 여기에 없는 것: { $things }
notice-default-away = 지금은 { $wanted } 모델을 쓸 수 없어서 { $model } 모델이 대신 그려요.
notice-held-back = 그림 { $count }장은 여기 모두에게 알맞지 않아 보여 주지 않아요.
result-deleted = 🗑 삭제했어요.
result-smaller = 원본이 이 채팅에는 너무 커서, 작은 JPEG로 보냈어요.
result-not-taken = 🖼 그림은 다 그렸지만 이 채팅에는 보낼 수 없어요. 저에게 개인 메시지로 /history 를 보내면 볼 수 있어요.
result-held-back = 🔒 모두에게 알맞지 않아 여기서는 보여 주지 않아요.
result-facts = 시드 { $seed } · { $size } · { $steps }스텝 · { $sampler } · cfg { $cfg } · { $model }
result-redrawn = 시드 { $seed } · { $size } · { $steps }스텝 · cfg { $cfg }
result-own = { $name } { $value }
result-frames = { $count }프레임

## Buttons

button-cancel = ✋ 취소
button-reroll = 🎲 다시 그리기
button-subtle = ✨ 조금 바꾸기
button-strong = 🌀 많이 바꾸기
button-remix = 📝 고치기
button-upscale = 🔍 확대 ×{ $times }
button-left = ⬅️ 왼쪽
button-right = ➡️ 오른쪽
button-up = ⬆️ 위로
button-down = ⬇️ 아래로
button-zoom = 🔭 줌 아웃
button-square = ⬜ 정사각형으로
button-invert = 🔁 반대 부분
button-use = ✅ 이대로 그리기
button-original = 📄 원본 파일
button-one = 🖼 { $number }
button-original-one = 📄 { $number }
button-delete = 🗑 삭제
button-undo = ↩️ 되돌리기
button-show = 🖼 다시 보기
button-star = ⭐ 즐겨찾기
button-again = 🎨 다시 그리기
button-version = 🎨 { $number }
button-use-it = 🎨 이걸로 그리기
button-own-words = ✏️ 내가 쓴 대로
button-raw = 내가 쓴 말 그대로
button-edit = ✏️ 번역 고치기
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = 취소했어요.
toast-too-late = 늦었어요. 이미 다 그렸어요.
toast-deleted = 삭제했어요.
toast-undone = 되돌렸어요.
toast-starred = ⭐ 즐겨찾기에 넣었어요. /favourites 로 모두 볼 수 있어요.
toast-unstarred = 즐겨찾기에서 뺐어요.
toast-language = 이제 한국어로 말할게요.

## Commands

command-imagine = 글로 그림 그리기
command-imagine-names = 그려줘, 그림, 그리기, 상상
command-morph = 한 그림이 다른 그림으로 변하는 애니메이션 만들기
command-morph-names = 모핑, 변신, 애니메이션
command-history = 내 그림 둘러보기
command-history-names = 기록, 갤러리, 내그림
command-favourites = 즐겨찾기한 그림 둘러보기
command-favourites-names = 즐겨찾기, 별
command-info = 그림이 어떻게 만들어졌는지 보기
command-info-names = 정보, 레시피
command-upscale = 그림을 더 섬세하게 크게 만들기
command-upscale-names = 확대, 업스케일
command-blend = 그림 두 장에서 다섯 장을 하나로 섞기
command-blend-names = 섞기, 혼합
command-shorten = 어떤 말이 중요한지 보고 더 짧게 쓰기
command-shorten-names = 줄이기, 짧게
command-describe = 그림에 무엇이 있는지 말로 보기
command-describe-names = 설명, 묘사
command-expand = 짧은 프롬프트를 풍부하게, 먼저 보고 쓰기
command-expand-names = 확장, 풍부하게
command-show = 내 그림을 번호로 다시 보기
command-show-names = 보기, 다시보기
command-again = 내 그림을 번호로 다시 그리기
command-again-names = 다시, 다시그리기
command-cancel = 기다리거나 그리는 중인 그림 멈추기
command-cancel-names = 취소, 멈춰, 그만
command-help = 사용법과 용어 설명
command-help-names = 도움말, 도움, 안내
command-models = 그릴 수 있는 모델 보기
command-models-names = 모델
command-style = 스타일: 그림의 느낌
command-style-names = 스타일, 화풍
command-settings = 모든 그림에 적용할 설정 고르기
command-settings-names = 설정
command-language = 봇이 쓸 언어 고르기
command-language-names = 언어
command-start = 인사하기
command-start-names = 시작, 안녕

# Styles: what each is called
style-choose = 스타일, { $total }쪽 중 { $number }쪽. 하나를 누르면 다음 프롬프트에 쓸 수 있어요. { $flag } 뒤에 이름을 써도 돼요.
style-use = 쓰기
style-example = 여우
style-how = 그림의 느낌을 저장하려면 그 그림에 /style save 와 이름으로 답장하세요. 이름 뒤의 말은 프롬프트를 감싸는 말이 돼요. /style delete 와 이름을 쓰면 지워져요.
style-saved = { $flag }(으)로 저장했어요. 프롬프트를 이렇게 감싸요: { $frame }
style-full = 이미 스타일이 { $limit }개 있어요. /style delete 와 이름으로 자리를 비워 주세요.
style-unfit = “{ $name }”은(는) 스타일이 될 수 없어요. 중괄호나 세로줄이 있거나 글자가 없어요.
style-deleted = { $name }을(를) 지웠어요.
style-none = { $name }(이)라는 스타일이 없어요.
style-save-names = 저장
style-delete-names = 삭제, 지우기
style-photo = 사진
style-portrait = 인물 사진
style-cinematic = 영화 장면
style-noir = 필름 누아르
style-polaroid = 즉석 사진
style-macro = 접사
style-watercolor = 수채화
style-oil = 유화
style-gouache = 과슈
style-ink = 먹그림
style-sketch = 연필 스케치
style-charcoal = 목탄화
style-pastel = 파스텔화
style-impressionist = 인상파
style-ukiyoe = 우키요에
style-woodcut = 목판화
style-glass = 스테인드글라스
style-mosaic = 모자이크
style-batik = 바틱
style-anime = 애니메이션
style-manga = 일본 만화
style-comic = 코믹스
style-pixel = 픽셀 아트
style-lowpoly = 로우 폴리
style-clay = 점토
style-paper = 종이 공예
style-neon = 네온
style-cyberpunk = 사이버펑크
style-fantasy = 판타지
style-vaporwave = 베이퍼웨이브

imagine-how = 무엇을 그릴지 알려 주세요. 어떤 언어든 괜찮아요. 예를 들면:
    /imagine { $example }
form-how = 아래에서 원하는 것을 골라요. 그다음 이 메시지에 답장으로, 개인 채팅에서는 바로 이어서 글을 보내 주세요.
form-edit = 아래에서 바꾸고 다시 그리거나, 이 메시지에 다른 글로 답장해 주세요.
form-paint = 🎨 그리기
imagine-example = 눈 속의 빨간 여우 --ar 16:9
message-hint = 쓰신 것을 그려 드려요. 어떤 언어든 괜찮아요. 예를 들면:
    { $example }
forwarded-offer = 다른 분의 글이네요. 그려 드릴까요?
changed-offer = 글이 바뀌었네요. 이제 이것을 그릴까요?
offer-drawn = 바로 그릴게요.
group-hello = 여러분, 안녕하세요! 세 가지만 알아 두세요.
    • /imagine 뒤에 보고 싶은 것을 어떤 언어로든 써 주시면 모두가 보는 여기에 그려 드려요.
    • 제 그림에 글로 답장하시면 그림을 바꿔 드려요.
    • 관리자는 /settings chat 으로 여기에서 통하는 것을 정하고 /moderate 로 질서를 지켜요. 나머지는 /help 에 있어요.
greeting-names = 안녕, 안녕하세요, 하이, 헬로, 고마워, 고마워요, 감사합니다, 네, 아니요, 응, 테스트, 누구세요
called-how = 제 이름 바로 앞이나 뒤에 보고 싶은 것을 어떤 언어로든 써 주세요. 그림에 답장하면서 쓰셔도 돼요. 예를 들면:
    @Lukis { $example }
history-empty = 아직 그림이 없어요. /imagine 뒤에 보고 싶은 것을 써서 보내 주세요.
history-empty-here = 이 채팅에서 만든 그림이 아직 없어요. 저와의 개인 채팅에서 /history를 보내면 내 그림을 모두 볼 수 있어요.
history-page = { $total }개 중 { $number }번째
history-page-here = 이 채팅의 그림 { $total }개 중 { $number }번째
favourites-empty = 아직 즐겨찾기가 없어요. 그림 아래의 ⭐를 누르면 즐겨찾기에 들어가요.
favourites-empty-here = 이 채팅에서 즐겨찾기한 그림이 아직 없어요. 저와의 개인 채팅에서 /favourites 를 보내면 모두 볼 수 있어요.
favourites-page = ⭐ 내 즐겨찾기
favourites-page-here = ⭐ 이 채팅의 내 즐겨찾기
history-today = 오늘
history-yesterday = 어제
found-page = 🔎 찾은 그림, 최근 것부터
found-page-here = 🔎 이 채팅에서 찾은 그림
found-empty = 그 말로 찾은 그림이 없어요.
found-empty-here = 이 채팅에는 그 말로 찾은 그림이 없어요. 저와의 개인 채팅에서 /history 를 쓰면 내 그림 전체에서 찾아요.
cancel-none = 기다리거나 그리는 중인 그림이 없어요.
cancel-done = 그림 { $count }장을 멈췄어요.
edit-ask = 이 메시지에 답장으로, 그리고 싶은 내용을 영어로 써 주세요. 지금은 이렇게 되어 있어요:
    { $english }
info-how = 그림에 /info로 답장하거나 그림을 함께 보내 주시면, 어떻게 만들어졌는지 알려 드려요.
info-days = 그림은 { $days }일 동안 보관하고, 그 뒤에 지워요.
info-budget = 그림은 모두 합쳐 { NUMBER($size, maximumFractionDigits: 1) } GB보다 적은 동안 보관해요. 넘으면 가장 오래된 것부터 지워요.
quota-kind =
    { $what ->
         [work]
            { $span ->
                 [day] 24시간 동안의 작업량
                *[hour] 1시간 동안의 작업량
            }
        *[pictures]
            { $span ->
                 [day] 24시간 동안의 그림
                *[hour] 1시간 동안의 그림
            }
    }
quota-used =
    { $whose ->
         [chat] 📊 이 대화방, { $kind }: { $used } / { $limit }
        *[person] 📊 나, { $kind }: { $used } / { $limit }
    }
upscale-how = 그림에 { $command }로 답장하거나 그림을 함께 보내 주시면 가로세로를 두 배로 키워 드려요. { $command } 4 는 네 배예요.
blend-how = 그림 { $least }~{ $most }장을 { $command }와 함께 보내거나 주소를 적어 주세요. 그림에 다른 그림으로 답장해도 돼요. 그 사이에 있는 그림을 그려 드려요.
shorten-how = { $command } 뒤에 프롬프트를 적어 주세요. 어떤 말이 중요한지와 더 짧은 문장을 알려 드려요.
shorten-told = 가장 중요한 말: { $words }
shorten-short = 모든 말이 중요해요. 뺄 것이 없어요.
describe-how = 그림에 { $command }로 답장하거나 그림이나 그 주소를 함께 보내 주세요. 무엇이 보이는지 말해 드려요.
describe-told = 제가 보기에는 이래요:
expand-how = { $command } 뒤에 짧은 프롬프트를 적어 주세요. 풍부하게 만들어서 그리기 전에 먼저 보여 드려요.
expand-off = 여기에는 { $command }에 쓸 모델이 없어요. 저를 운영하는 분이 { $setting }로 정할 수 있어요.
expand-told = 더 풍부하게:
show-how = { $command } 뒤에 그림 번호를 적어 주세요: { $command } 12.
again-how = { $command } 뒤에 그림 번호를 적거나, 그림에 답장으로 보내 주세요: { $command } 12.
aside-draw = 🎨 “{ $words }” 그리기
aside-open = 🎨 나와 함께 그리기
again-told = 📋 이 그림에는 만든 방법이 적혀 있어요. 버튼을 누르면 다시 그려요. 바꾸고 싶으면 이걸 고쳐서 보내 주세요:
    { $command }
again-untold = 이 그림에는 만든 방법이 적혀 있지 않아요. 채팅 앱은 사진에서 그 정보를 지우니 파일로 보내 주세요. 그림을 바꾸려면 글로 답장해 주세요.
again-source = 다른 그림에서 시작한 그림인데, 그 그림은 파일에 들어 있지 않아요. 그 그림에 답장으로 이 명령을 보내 주세요.
again-given = 바탕이 된 그림의 해시: { $pictures }
again-mask = 다시 그린 부분은 손으로 표시한 것이라 명령에 적을 수 없어요. 그 마스크도 함께 보내 주세요.
again-model = { $model } 모델은 여기 없어서 다른 모델이 그려요.
again-loras = 여기 없는 LoRA는 뺐어요: { $names }
again-beyond = 여기서는 할 수 없어서 뺐어요: { $things }
again-alike = { $program }(으)로 만든 그림이에요. 제 그림은 비슷하지만 똑같지는 않아요.
again-alike-other = 다른 프로그램으로 만든 그림이에요. 제 그림은 비슷하지만 똑같지는 않아요.
again-marked = Lukis의 보이지 않는 워터마크가 들어 있어요.
models-title = 그릴 수 있는 모델:
models-line = • { $name }: { $title }
models-how = --model로 고를 수 있어요. 예: /imagine 빨간 여우 --model { $name }
models-instead = --model 을 빼면 { $name } 모델이 그려요.
models-loras = LoRA, <lora:{ $name }:0.8> 처럼 써요: { $names }
models-triggers = 괄호 안은 프롬프트에 쓰면 LoRA 가 살아나는 말이에요.
models-embeddings = 임베딩, 이름 그대로 써요: { $names }
models-tagged = 흔한 낱말과 이름이 같은 임베딩, <emb:{ $name }> 처럼 써요: { $names }
models-controls = ControlNet, 그림에 --control 로 써요: { $names }
models-upscalers = 확대 방법, --upscaler { $name }: { $names }
models-adapters = IP-Adapter, 그림에 --like 와 함께 써요: { $names }
models-hypernets = 하이퍼네트워크, <hypernet:{ $name }:0.7> 처럼 써요: { $names }
models-vaes = VAE, --vae { $name }: { $names }
beside-models = 모델
beside-loras = LoRA
beside-embeddings = 임베딩
beside-controls = ControlNet
beside-likes = IP-Adapter
beside-upscalers = 확대 방법
beside-hypernets = 하이퍼네트워크
beside-vaes = VAE
models-one = { $name }, { $total }개 중 { $number }번째
models-use = 이 모델 쓰기
models-examples = 잘 그리는 것: { $words }
models-styles = 함께 오는 스타일: { $words }
models-licence = 라이선스: { $name }
beside-choose = { $kind } { $number }/{ $total }: 누르면 다음 프롬프트에 쓸 수 있어요.
beside-ready = 다음 프롬프트에 쓸 수 있어요. 복사해서 내 말로 바꿔 보내세요:
beside-reply = 그림에 쓸 수 있어요. 그림에 답장으로 보내세요:
beside-triggers = 불러내는 말: { $words }
beside-back = 모든 종류
models-renamed = 같은 이름이 있어 다르게 불러요: { $names }
models-passed-over = 목록에 없는 것 (관리자에게만 보여요):
models-passed-over-line = • { $why } ({ $reason })
models-passed-over-more = … 그 밖에 { $count }개: “{ $command }”가 모두 알려 줘요.
language-ask = 어떤 언어로 말할까요?
language-auto = 앱 언어 그대로
welcome = 안녕하세요! 저는 Lukis예요. 어떤 언어로든 글을 그림으로 그려 드려요.
    /imagine { $example }
    그림에 답장을 쓰면 그 그림을 바꿀 수 있어요. 더 알고 싶으면 /help 를 보내세요.

## One person on several apps

command-link = 다른 앱에서도 같은 사람으로 쓰기
command-link-names = 연결, 합치기
command-unlink = /link 로 합친 것을 다시 나누기
command-unlink-names = 연결해제, 나누기
discord-code = 코드
discord-code-help = 다른 앱에서 받은 코드. 비워 두면 새 코드를 드려요
button-join = 🔗 합치기
account-private = 여기는 다른 사람도 함께 읽어요. 저와의 개인 채팅에서 { $command } 를 보내 주세요.
link-code = 🔗 다른 앱에서 { $time } 안에 저에게 이렇게 보내 주세요:
    { $command }
    그러면 그림과 설정과 한도가 그곳과 여기서 하나가 돼요. 아무에게도 알려 주지 마세요. 이걸 보내는 사람은 그림을 볼 수 있어요.
link-with = 지금 함께 묶인 곳: { $who }.
link-ask = { $who } 도 본인이 맞나요? 맞다면 둘을 합칠게요. 그림과 설정과 한도가 하나가 되고, 양쪽에서 모두 보고 지울 수 있어요. 다른 사람이 보낸 코드라면 그냥 두세요.
link-done = 🔗 이제 { $who } 와 한 사람으로 알고 있을게요. /history 에서 모두 볼 수 있어요. { $command } 로 다시 나눌 수 있어요.
link-told = 🔗 여기서 받은 코드로 { $who } 가 이제 같은 사람이 됐어요. 본인이 아니라면 바로 { $command } 를 보내 주세요.
unlink-done = 여기서는 다시 따로예요. 여기서 부탁한 것은 여기에, 다른 곳에서 부탁한 것은 그곳에 남아요. 설정은 양쪽에서 그대로예요.
unlink-none = 여기와 합친 것이 없어요. { $command } 로 합칠 수 있어요.
error-bad-code = 코드가 틀렸거나 너무 오래됐어요. 다른 앱에서 /link 를 보내면 새 코드를 드려요.
error-own-code = 그곳에서는 이미 같은 사람이에요. 코드는 다른 앱에서 쓰는 거예요.
error-too-many-guesses = 틀린 코드가 너무 많았어요. { $wait } 뒤에 다시 해 볼 수 있어요.
error-too-many-joined = 최대 { $limit }곳까지 합칠 수 있어요. 더 필요 없는 곳에서 /unlink 를 보내 주세요.
## Settings

settings-title = { $whose ->
    [chat] 이 채팅의 설정:
   *[mine] 내 설정:
}
settings-line = { $name }: { $value }
settings-none = 정해 둔 것이 없어요. 모델이 가장 잘 그리는 대로 그려요.
settings-chats = 이 채팅에서: { $settings }
settings-how = 정해 둔 것은 따로 쓰지 않으면 늘 적용돼요: { $example }. 되돌리려면: { $reset }
settings-how-chat = 여기 모두에게 적용하는 것은 관리자가 정해요: { $command }
settings-choose = { $whose ->
    [chat] 이 채팅의 그림을 무엇으로 그릴까요?
   *[mine] 내 그림을 무엇으로 그릴까요?
}
settings-type = 다른 값은 이렇게 쓰세요: { $command }
settings-pictures = 🎨 그림
settings-language = 🌐 언어
settings-reset = ↩️ 모두 되돌리기
settings-to-chat = 👥 이 채팅
settings-to-mine = 👤 내 설정
settings-unset = 정하지 않음
settings-back = 뒤로
settings-on = 켜짐
settings-off = 꺼짐
settings-chat-names = 채팅, 그룹
settings-reset-names = 초기화, 되돌리기
setting-files = { $way ->
    [on] 📎 파일로 받기: 켜짐
   *[off] 📎 파일로 받기: 꺼짐
}
setting-previews = { $way ->
    [off] 👁 미리보기: 꺼짐
   *[on] 👁 미리보기: 켜짐
}
setting-rerolls = { $way ->
    [mine] 🎲 다시 그리기: 본인만
   *[all] 🎲 다시 그리기: 모두
}
setting-safety = { $way ->
    [spoiler] 🛡 민감한 그림: 가림
    [block] 🛡 민감한 그림: 보류
   *[usual] 🛡 민감한 그림: 기본
}
command-export = 내 그림과 말과 설정을 파일로 모두 받기
command-export-names = 내보내기, 다운로드
export-done = 📦 그림 { $count }장을 말과 설정값과 함께 파일 { $files }개에 담았어요.
export-left = 사라졌거나 이 앱에 너무 커서 빠진 것: { $count }장.
export-rest = 한 번에 담을 수 있는 만큼이에요. 나머지는 { $command } 로 받을 수 있어요.
export-links = 링크는 { $time } 동안 쓸 수 있고, 가진 사람은 누구나 열 수 있어요. 혼자만 간직해 주세요.
export-over = 이 링크는 끝났거나 없는 링크예요. 저와의 채팅에서 { $command } 를 쓰면 새 링크를 드려요.
error-not-now = 지금 하고 있어요. 곧 보내 드릴게요.
command-forget = 나와 내가 만든 모든 것을 잊게 하기
command-forget-names = 잊어줘, 모두삭제
button-forget = 🗑 모두 잊기
forget-ask = 저에게서 모두 잊게 할까요? 그러면 만든 그림과 보낸 그림, 쓴 말과 번역, 설정과 기록이 영영 사라져요. 그리고 있던 것은 멈추고, 그림이 담긴 제 메시지는 앱이 허락하는 곳에서 모두 거둬요. 아무도 되돌릴 수 없어요.
    남는 것: 다른 사람이 그 그림으로 만든 그림, 이름 대신 번호로 적힌 관리자 기록, 운영하는 사람이 보관할 수 있는 백업.
forget-export = 그 전에 { $command } 로 모든 그림을 파일로 받을 수 있어요.
forget-also = 다음에도 똑같이 적용돼요: { $who }.
forget-done = 🗑 잊었어요. 그림이 담긴 메시지는 하나씩 사라져요. 다시 말을 걸면 처음 만나는 거예요.

## Help

help-text = 어떤 언어로든 말해 주시면 그림으로 그려 드려요. 이렇게 보내 보세요:
    /imagine { $example }
help-examples = 이런 것을 잘 그려요:
help-example = • { $prompt }
help-commands = 제가 알아듣는 명령:
help-command = { $command } – { $help }
help-more = 주제를 고르거나, 궁금한 말을 물어보세요: /help { $word }
help-unknown = “{ $word }”에 대한 설명은 아직 없어요. 혹시 이 안에 있을까요?
help-flag = { $range ->
    [none] { $flag } – { $help }
   *[other] { $flag } – { $help } ({ $range })
}
help-group = • { $group }: { $names }
help-not-yet = 이건 아직 제가 할 수 없어요.
help-back = ⬅️ 뒤로

## Parameters

parameter-ratio = 비율
parameter-ratio-help = 가로 대 세로. 16:9는 넓고, 9:16은 길쭉하고, 1:1은 정사각형이에요.
parameter-ratio-flags = 비율
parameter-size = 크기
parameter-size-help = 그림의 가로 x 세로 픽셀 수. 비율보다 먼저 적용돼요.
parameter-size-flags = 크기, 해상도
parameter-steps = 스텝
parameter-steps-help = 노이즈를 몇 번 다듬을지 정해요. 많을수록 느리고 섬세해져요. 보통 20~30이면 충분해요.
parameter-steps-flags = 스텝, 단계
parameter-cfg = 가이던스
parameter-cfg-help = 그림이 프롬프트를 얼마나 잘 따를지 정해요. 낮으면 자유롭고, 높으면 글자 그대로지만 거칠어져요.
parameter-cfg-flags = 가이던스, 가이드
parameter-sampler = 샘플러
parameter-sampler-help = 노이즈를 걷어 내는 방법이에요. 부드럽고 회화적: Euler, DDIM. 변화가 많음: “a”나 “SDE”가 붙은 것. 또렷하고 사실적: DPM++ 2M, UniPC, Heun.
parameter-sampler-flags = 샘플러
parameter-seed = 시드
parameter-seed-help = 노이즈가 시작되는 번호예요. 시드와 글이 같으면 같은 그림이 나와요.
parameter-seed-flags = 시드, 씨드
parameter-vary = 변화
parameter-vary-help = 시드의 노이즈를 얼마나 다른 노이즈로 바꿀지 정해요. 0은 같은 그림, 0.2는 아주 비슷한 그림, 1은 다른 그림이에요. 그림에 답장하면 그 그림이 바뀌어요.
parameter-vary-flags = 변화, 변형
parameter-upscale = 확대
parameter-upscale-help = 그림에 답장하거나 그림과 함께 쓸 때, 가로세로가 몇 배가 되는지 정해요.
parameter-upscale-flags = 확대
parameter-upscaler = 확대 방법
parameter-upscaler-help = 무엇으로 확대하는지: model은 조금 다시 그리고, plain은 또렷하게 하며, 나머지는 /models에 있어요.
parameter-upscaler-flags = 확대방법
parameter-noise_level = 노이즈 양
parameter-noise_level-help = Stable Diffusion의 ×4 업스케일러에서 먼저 그림에 얹는 노이즈의 양. 0은 모두 지키고, 20이 보통, 100은 많이 지어내요.
parameter-noise_level-flags = 노이즈
parameter-variations = 변화 목록
parameter-variations-help = 섞는 노이즈를 그림에 적힌 그대로 정해요. 시드와 비율을 차례로 적어요.
parameter-variations-flags = 변화목록
parameter-count = 장수
parameter-count-help = 몇 장을 그릴지 정해요. 장마다 시드가 달라요.
parameter-count-flags = 장수, 개수
parameter-negative = 제외
parameter-negative-help = 그림에 나오지 않았으면 하는 것.
parameter-negative-flags = 제외, 네거티브
parameter-strength = 강도
parameter-strength-help = 그림에서 시작할 때 얼마나 바꿀지 정해요. 0.3은 살짝 손보고, 0.9는 거의 새로 그려요.
parameter-strength-flags = 강도
parameter-image_cfg = 원본 따르기
parameter-image_cfg-help = 시킨 대로 그림을 고치는 모델에서, 원래 그림을 얼마나 따를지 정해요. 1은 자유롭게, 2는 거의 바꾸지 않아요.
parameter-image_cfg-flags = 원본따르기
parameter-depth = 깊이 유지
parameter-depth-help = 그림에 답장하거나 그림과 함께, 깊이 모델로 써요. 가까운 것은 가깝게, 먼 것은 멀게 남고 나머지는 글을 따라요. --show-map 은 무엇이 남는지 보여 줘요.
parameter-depth-flags = 깊이
parameter-clip_skip = 클립 스킵
parameter-clip_skip-help = 텍스트 인코더의 어느 층을 쓸지 마지막 층부터 세어 정해요. 그림체 모델은 2를 쓰는 경우가 많아요.
parameter-clip_skip-flags = 클립스킵
parameter-vae = VAE
parameter-vae-help = 그린 것을 /models 에 있는 다른 디코더로 픽셀로 바꿔요. 색과 세부가 달라져요.
parameter-vae-flags = 디코더
parameter-extend = 확장
parameter-extend-help = 그림에 답장할 때, 가장자리 밖으로 몇 픽셀을 더 그릴지 정해요. 원래 그림은 그대로 남아요.
parameter-extend-flags = 확장
parameter-zoom = 줌 아웃
parameter-zoom-help = 그림에 답장할 때, 주변 장면을 가로세로 몇 배로 넓힐지 정해요.
parameter-zoom-flags = 줌아웃
parameter-tile = 이음매 없이
parameter-tile-help = 타일이나 천, 벽지처럼 이음매 없이 반복되는 그림이에요. x 를 붙이면 옆으로만, y 를 붙이면 위아래로만 이어져요.
parameter-tile-flags = 이음매없이, 타일
parameter-region = 부분
parameter-region-help = 그림에 답장하거나 그림과 함께 보낼 때 다시 그릴 부분이에요. left 왼쪽, right 오른쪽, top 위, bottom 아래, center 가운데, background 배경. 나머지는 그대로예요.
parameter-region-flags = 마스크
parameter-invert = 반대 부분
parameter-invert-help = 마스크가 표시한 곳은 두고 나머지를 모두 다시 그려요.
parameter-invert-flags = 반전
parameter-only = 이것만
parameter-only-help = 그림에 답장하거나 그림과 함께: 그중 무엇을 새로 그릴지 말로 알려 주세요. 그리기 전에 그 부분을 먼저 보여 드려요.
parameter-only-flags = 이것만
parameter-control = 컨트롤
parameter-control-help = 그림에 답장하거나 그림과 함께 보낼 때 그 그림에서 무엇을 남길지 정해요. 나머지는 새로 그려요. canny, lineart, softedge, scribble 은 선을, depth 는 공간을, pose 는 자세를 남겨요. 여러 개는 쉼표로 나눠요.
parameter-control-flags = 컨트롤
parameter-control_weight = 컨트롤 세기
parameter-control_weight-help = 주신 그림을 얼마나 엄격하게 따를지예요. 0 은 전혀 따르지 않고, 1 은 네트워크가 배운 대로예요.
parameter-control_weight-flags = 컨트롤세기
parameter-control_start = 컨트롤 시작
parameter-control_start-help = 주신 그림을 언제부터 따를지예요. 0 은 첫 스텝부터, 0.5 는 절반부터예요.
parameter-control_start-flags = 컨트롤시작
parameter-control_end = 컨트롤 끝
parameter-control_end-help = 주신 그림을 언제까지 따를지예요. 1 은 마지막 스텝까지, 0.5 는 절반까지예요.
parameter-control_end-flags = 컨트롤끝
parameter-control_raw = 완성된 맵
parameter-control_raw-help = 주신 그림이 검은 바탕의 흰 선처럼 이미 네트워크가 받는 것이에요. 아무것도 따지 않아요.
parameter-control_raw-flags = 완성맵
parameter-show_map = 맵 보기
parameter-show_map-help = 주신 그림에서 가져오는 것을, 그것으로 그리는 대신 보여 줘요.
parameter-show_map-flags = 맵보기
parameter-like = 이 그림처럼
parameter-like-help = 그림에 답장하거나 그림과 함께 보낼 때: 글이 말하는 것을 그 그림의 화풍과 사물을 닮게 그려요. IP-Adapter가 필요해요.
parameter-like-flags = 닮게
parameter-like_weight = 닮는 정도
parameter-like_weight-help = 주신 그림이 글에 견주어 얼마나 영향을 줄지예요. 0 은 전혀 없고, 1 은 글이 설 자리가 거의 없어요.
parameter-like_weight-flags = 닮는정도
parameter-like_by = IP-Adapter
parameter-like_by-help = 주신 그림을 볼 IP-Adapter예요. /models 에 목록이 있어요.
parameter-like_by-flags = 닮는방법
parameter-frames = 프레임
parameter-frames-help = 첫 그림에서 마지막 그림까지 몇 장으로 이어지는지예요. | 로 나눈 설명에서 다음 설명으로, 또는 다른 시드나 그림으로 가요. 애니메이션으로 보내 드려요.
parameter-frames-flags = 프레임
parameter-loop = 왕복
parameter-loop-help = 애니메이션이 끝에서 처음으로 되돌아온 다음 다시 시작해요.
parameter-loop-flags = 왕복
parameter-place = 위치
parameter-place-help = 프레임 한 장만 그려요. 설명 사이에 | 를 넣으세요. 0은 첫 번째, 1은 마지막, 0.5는 딱 중간이에요.
parameter-place-flags = 위치
parameter-model = 모델
parameter-model-help = 어떤 모델로 그릴지 정해요. /models 에서 볼 수 있어요.
parameter-model-flags = 모델
parameter-style = 스타일
parameter-style-help = 무엇을 그리든 그림의 느낌을 정해요. /style에서 모두 볼 수 있고, 쉼표로 이으면 함께 쓰고, none이면 쓰지 않아요.
parameter-style-flags = 스타일, 화풍
parameter-format = 파일 형식
parameter-format-help = 그림 파일의 형식이에요. PNG는 모든 픽셀을 그대로 담고, JPEG, WebP, AVIF는 훨씬 작아요.
parameter-format-flags = 형식, 파일형식
parameter-raw = 그대로
parameter-raw-help = 프롬프트를 번역하지 않고 쓴 그대로 모델에 전해요.
parameter-raw-flags = 그대로, 원문

## The guide: its chapters

guide-prompts-title = ✍️ 프롬프트
guide-prompts = 무엇을 말하고, 제가 그 말을 어떻게 읽는지.
guide-settings-title = 🎛 설정
guide-settings = 글은 그대로 두고 그림을 바꾸는 손잡이들.
guide-pictures-title = 🖼 그림에서 시작
guide-pictures = 이미 있는 그림으로 할 수 있는 것들.
guide-models-title = 🧠 모델
guide-models = 그리는 화가들, 그리고 그들에게 가르칠 수 있는 것.
guide-inside-title = ⚙️ 작동 원리
guide-inside = 글과 그림 사이에서 일어나는 일.
guide-flags-title = 📋 모든 옵션
guide-flags = 글 뒤 아무 곳에나 덧붙이세요:

## The guide

guide-prompt-title = 프롬프트
guide-prompt-names = 프롬프트, 글, 설명, 문장, 주문
guide-prompt = 프롬프트는 저에게 하시는 말, 곧 그림이 될 글이에요. 먼저 무엇인지 말하고, 그다음에 모습, 장소, 빛이나 화풍을 덧붙여 보세요: “눈 속의 빨간 여우, 저녁 빛, 수채화”. 한 번에 하나씩 바꾸면 말 하나하나가 무슨 일을 하는지 보여요.
guide-negative-title = 네거티브 프롬프트
guide-negative-names = 네거티브, 네거티브 프롬프트, 제외, 부정 프롬프트, 빼기
guide-negative = 네거티브 프롬프트는 그림에 나오지 않았으면 하는 것이에요. --no 뒤에 쓰세요: “초상화 --no 안경, 글자”. “안경을 그리지 마”가 아니라 “안경”처럼 그 대상의 이름만 쓰면 돼요.
guide-weights-title = 가중치
guide-weights-names = 가중치, 강조, 괄호
guide-weights = 가중치를 주면 어떤 말이 옆의 말보다 더, 또는 덜 중요해져요. (빨간:1.4)는 빨강을 더 강하게, (빨간:0.7)은 더 약하게 해요. 0.5와 1.5 사이가 좋고, 그보다 크면 그림이 거칠어져요. “(깊은 눈:1.3) 속의 여우”를 해 보세요.
guide-changing-title = 바뀌는 말
guide-changing-names = 선택, 무작위 단어, 중괄호, 대괄호, 번갈아, 일정
guide-changing = 중괄호 안에서는 제가 골라요. {"{"}빨간|파란{"}"} 자동차는 빨간 차나 파란 차가 되고, 매번 그리고 앨범의 그림마다 새로 골라요. 시드가 같으면 같은 것을 골라요. 대괄호 안의 말은 그리는 동안 바뀌어요. [여우:고양이:0.5]는 여우로 시작해 고양이로 끝나고, [고양이:0.3]은 3분의 1이 지난 뒤 고양이를 더하고, [고양이::0.3]은 거기서 빼고, [여우|고양이]는 스텝마다 번갈아 나와요. 1 이상의 수는 스텝을 세요.

guide-steps-title = 스텝
guide-steps-names = 스텝, 단계, 스텝 수, 샘플링 스텝
guide-steps = 그림은 순수한 노이즈에서 시작해서 스텝마다 조금씩 깨끗해져요. 스텝이 적으면 덜 된 그림 같고, 많으면 오래 걸리면서 어느 순간부터는 거의 바뀌지 않아요. 빠른 스케치는 10, 마지막 그림은 30으로 해 보세요.
guide-seed-title = 시드
guide-seed-names = 시드, 씨드, 난수, 같은 그림
guide-seed = 모든 그림은 무작위 노이즈에서 자라나고, 시드는 그 노이즈의 번호예요. 글과 설정과 시드가 같으면 같은 그림이 다시 나와요. 시드를 그대로 두고 낱말 하나만 바꾸면 그것만 바뀌고, 새 아이디어가 필요하면 🎲 로 새 시드를 받으세요.
guide-guidance-title = 가이던스 (CFG)
guide-guidance-names = 가이던스, 가이드, cfg, cfg 스케일
guide-guidance = 가이던스(CFG)는 제가 글을 얼마나 엄격하게 따르는지예요. 낮으면 뜻밖의 것이 나올 여지가 있고, 높으면 낱말 하나하나를 따르지만 색이 거칠어져요. 같은 시드로 2, 5, 10처럼 낮고 중간이고 높은 값을 비교해 보세요.
guide-sampler-title = 샘플러
guide-sampler-names = 샘플러, 샘플링 방법, 스케줄러
guide-sampler = 샘플러는 노이즈를 걷어 내는 방법이에요. 세 무리가 있고, 그림은 이름보다 무리에 따라 더 많이 달라져요. 시드를 그대로 두고 무리마다 하나씩 써 보세요.
guide-resolution-title = 크기와 비율
guide-resolution-names = 해상도, 크기, 비율, 화면비, 종횡비, 가로, 세로, 픽셀
guide-resolution = 해상도는 그림을 이루는 점(픽셀)의 수이고, 비율은 그림의 모양이에요. 모델은 배운 크기 근처에서 가장 잘 그려요. 훨씬 크게 그리면 같은 것이 두 번 나오기도 해요. 모양만 고르고 크기는 모델에 맡기세요.
guide-strength-title = 강도
guide-strength-names = 강도, 디노이즈, 이미지 투 이미지, img2img
guide-strength = 그림에서 시작할 때, 강도는 그 그림에서 얼마나 멀어져도 되는지예요. 0.3쯤이면 살짝 손보고, 0.6이면 구도를 남기고 다시 그리고, 0.9면 색 정도만 남아요. 그림에 답장으로 /imagine 과 글, --strength 0.5 를 써 보세요.

guide-variation-title = 변형
guide-variation-names = 변형, 바리에이션, 다시 그리기, 다른 버전
guide-variation = 변형은 같은 아이디어를 조금 다르게 다시 그린 것이에요. 그림 아래의 ✨ 는 아주 비슷한 그림을, 🌀 는 조금 더 먼 그림을, 🎲 는 같은 글로 새 그림을 그려요. 글로 쓰려면 그림에 --vary 0.3 이라고 답장해 보세요. 0이면 그대로이고 1이면 다른 그림이 돼요. --n 4 를 붙이면 한 번에 네 장이 나와요.
guide-seamless-title = 이음매 없이
guide-seamless-names = 이음매, 타일, 무늬, 패턴, 벽지
guide-seamless = 이음매 없는 그림은 가장자리 너머가 그림 자신과 이어져요. 나란히 놓으면 타일이나 천, 벽지처럼 커다란 무늬 하나가 돼요. 글 뒤에 --tile 을 붙이고 화면을 가득 채울 것을 말해 보세요. 예: “파란 꽃과 잎 --tile”. --tile x 를 붙이면 띠나 파노라마처럼 옆으로만 이어져요.
guide-sweep-title = 여러 값 비교하기
guide-sweep-names = 비교, 격자, 콘택트 시트, 여러 값, 조합
guide-sweep = 쉼표가 든 중괄호는 그 안의 말을 하나씩 다 그려요. {"{"}빨간,파란,초록{"}"} 공은 세 장이 돼요. 숫자 대부분과 샘플러에도 여러 값을 쓸 수 있어요. --steps 10,20,30, 범위는 --cfg 2..8, 그중 네 값은 --cfg 2..8/4, --sampler euler,ddim. 함께 쓰면 모든 조합을 같은 시드로 16장까지 한 시트에 모아요. 아래 번호를 누르면 그 그림만 열려요. 몇 장이 될지는 그리기 전에 말해요. 소수 사이에는 세미콜론을 써 주세요: --cfg 5;7.
guide-interpolation-title = 보간
guide-interpolation-names = 보간, 모핑, 섞기, 중간 그림
guide-interpolation = 보간은 한 그림에서 다른 그림으로 조금씩 걸어가는 것이에요. 여우가 천천히 부엉이가 되는 것처럼요. 비슷한 그림들은 잠재 공간에서 서로 가까이 있기 때문에 할 수 있는 일이에요. /morph 빨간 여우 | 하얀 부엉이 라고 써 보세요. 프레임들이 애니메이션으로 오고, 그중 몇 장은 아래에 한 장으로 모아 보여 드려요. 번호를 누르면 그 프레임만 열려요. 설명을 셋 이상 쓰면 더 길게 걸어가요. 그림에 /morph 밤으로 바꿔 줘 라고 답장하면 그 그림에서 시작하고, 그림 두 장을 /morph와 함께 보내면 첫 그림이 둘째 그림으로 변해요. --seed 7,8은 한 시드에서 다른 시드로 가요. --frames 24는 더 부드럽게, --loop는 처음으로 되돌아오게 해요.
guide-inpainting-title = 인페인팅
guide-inpainting-names = 인페인팅, 마스크, 부분 수정, 지우기, 보정
guide-inpainting = 인페인팅은 그림의 한 부분만 다시 그리는 것이에요. 영역(마스크)을 표시하고 거기에 무엇이 있어야 하는지 말하면, 나머지는 그대로 남아요. 물건을 지우고, 얼굴을 고치고, 빠진 것을 더할 때 써요. 빛과 그림자도 따라오도록 조금 넉넉하게 표시하세요. 이름으로 말해도 돼요. 그림에 답장하며 --only "모자"라고 쓰면 그 부분을 먼저 보여 주고, 이대로 그리기를 누르면 그려요.
guide-editing-title = 말로 고치기
guide-editing-names = 편집, 지시, 말로 고치기, pix2pix
guide-editing = 그림을 시킨 대로 고치도록 배운 모델이 있어요. “밤으로 바꿔 줘”, “차를 파랗게 해 줘”, “모자를 씌워 줘”처럼 말하면 돼요. 그림에 답장하거나 내 사진을 보내면서 --model 과 그 모델의 이름을 쓰고, 사람에게 말하듯 바꿀 것을 적어 주세요. 말하지 않은 것은 그대로 남아요. 너무 조금 바뀌면 --image-cfg 를 1.2로 낮추거나 --cfg 를 높이고, 너무 많이 바뀌면 반대로 하세요. 다른 모델들은 적은 글에 맞춰 그림을 다시 그려요.
guide-depth-title = 깊이
guide-depth-names = 깊이, 심도, 구도, depth
guide-depth = 깊이 모델은 그림의 각 부분이 얼마나 가깝고 먼지 보고, 같은 배치 위에 다른 장면을 그려요. 방은 방으로 남고 자세도 그대로인데, 오두막이 있던 자리에 성이 들어서요. 그림에 답장하거나 사진을 보내면서 --depth 를 쓰고 새 장면 전체를 설명해 주세요. --show-map 은 모델이 본 것을 보여 줘요. 흰색이 가깝고 검은색이 멀어요. --strength 0.6은 예전 색을 더 남기고, 1은 깊이만 남겨요.
guide-outpainting-title = 아웃페인팅
guide-outpainting-names = 아웃페인팅, 확장, 그림 늘리기
guide-outpainting = 아웃페인팅은 그림을 가장자리 너머로 이어 그리는 것이에요. 더 넓은 하늘, 식탁의 나머지, 장면이 된 초상화처럼요. 그림 아래의 화살표는 그쪽으로 이어 그리고, 🔭 는 더 넓은 장면을, ⬜ 는 정사각형을 만들어요. 다시 누르면 더 멀리 이어져요. 글로 쓰려면 그림이나 내 사진에 --extend left=128,top=64 또는 --zoom 1.5 라고 답장해 보세요. 원래 그림은 그대로 남아요. 글을 덧붙일 때는 새로 그릴 부분만이 아니라 장면 전체를 설명하면 두 쪽이 잘 이어져요.
guide-upscaling-title = 업스케일
guide-upscaling-names = 업스케일, 업스케일링, 확대, 인쇄
guide-upscaling = 업스케일은 다 된 그림을 크게 만들면서, 점을 늘이기만 하지 않고 섬세한 부분을 더해요. 시간이 걸리니 먼저 고르고 마지막에 키우세요. 깨끗하게 인쇄하려면 1센티미터에 점이 120개쯤 필요해요. 그림 아래의 🔍 는 가로세로를 두 배나 네 배로 키우고, /upscale 은 어떤 그림이든 그렇게 해요.
guide-controlnet-title = 컨트롤넷
guide-controlnet-names = 컨트롤넷, controlnet, 포즈, 스케치, 깊이
guide-controlnet = 컨트롤넷(ControlNet)을 쓰면 다른 그림이 길잡이가 돼요. 그 그림의 선이나 깊이, 사람의 자세가 구도를 정하고, 내용은 말이 정해요. 그림에 답장하거나 그림을 함께 보내면서 말과 --control canny 를 적어 보세요. 윤곽은 남고 나머지는 새로 그려져요. 밝은 바탕에 어두운 스케치는 그대로 따라요. --control-weight 0.5 는 더 자유롭게 따르고, --control canny,depth 는 두 가지를 함께 쓰고(그림이 둘이면 하나씩), --show-map 은 무엇을 가져오는지 보여 줘요. 또렷하고 단순한 길잡이가 가장 좋아요. 여기에 무엇이 있는지는 /models 가 알려 줘요.
guide-like-title = 그림처럼
guide-like-names = 닮게, ip-adapter, ip adapter, 화풍, 스타일, 참고
guide-like = 그림도 프롬프트가 될 수 있어요. 무엇을 그릴지는 글이, 어떻게 그릴지는 다른 그림이 말해요. 그림에 글과 --like 로 답장하거나 사진을 함께 보내세요. 그 화풍과 색과 사물이 드러나요. 다른 그림에 답장으로 그림을 보내며 글과 --like 를 붙이면, 앞의 그림을 보내신 그림처럼 그려요. --like-weight 0.3 은 조금만, 1 은 글을 거의 남기지 않고, 0 은 보통 그림이에요. --seed 7 --like-weight 0,0.4,0.8 로 나란히 볼 수 있어요. 모델에 IP-Adapter가 필요해요. 여기 있는 것은 /models 에서 보고, --like-by 로 골라요.

guide-model-title = 모델
guide-model-names = 모델, 화가
guide-model = 모델은 화가예요. 아주 많은 그림에서 말이 어떤 모습인지 배운 파일이지요. 사진을 잘 그리는 모델도 있고 그림을 잘 그리는 모델도 있어요. 무엇이 있는지는 /models 로 볼 수 있어요.
guide-checkpoint-title = 체크포인트
guide-checkpoint-names = 체크포인트, 모델 파일, ckpt
guide-checkpoint = 체크포인트는 배우던 모델을 어느 순간에 저장한 것이에요. 화가 한 명이 몇 기가바이트짜리 파일 하나에 다 들어 있어요. 사람들은 체크포인트에 화풍을 가르쳐서 나누기도 해요. 저를 운영하는 분이 모델 폴더에 넣으면 /models 에 나타나요.
guide-safetensors-title = 세이프텐서
guide-safetensors-names = 세이프텐서, safetensors, 파일 형식
guide-safetensors = 세이프텐서(safetensors)는 숫자만 담을 수 있는 모델 파일 형식이에요. 예전 파일(.ckpt)에는 여는 순간 실행되는 프로그램이 숨어 있을 수 있어서 저는 열지 않아요. 모델을 내려받을 때는 .safetensors 로 끝나는 파일을 고르세요.
guide-lora-title = LoRA
guide-lora-names = 로라, lora
guide-lora = LoRA(로라)는 모델에 하나를 더 가르치는 작은 부가 파일이에요. 화풍이나 캐릭터, 제품 같은 것이지요. 체크포인트의 100분의 1 크기이고, 체크포인트 위에서 함께 일해요. 프롬프트에는 <lora:이름:0.8> 처럼 쓰고, 숫자는 얼마나 세게 작용할지예요.
guide-embedding-title = 임베딩
guide-embedding-names = 임베딩, 텍스트 인버전
guide-embedding = 임베딩은 모델이 이미 거의 그릴 수 있는 것에 새 낱말을 붙여 주는 아주 작은 파일이에요. 그 낱말을 프롬프트에 쓰면 돼요. 어떤 분위기를 뜻하는 것이 유명하고, --no 뒤에 써서 흔히 잘못되는 것을 한꺼번에 막는 것도 있어요.
guide-hypernetwork-title = 하이퍼네트워크
guide-hypernetwork-names = 하이퍼네트워크, hypernetwork
guide-hypernetwork = 하이퍼네트워크는 모델이 글을 읽는 방식을 살짝 틀어 주는 작은 두 번째 네트워크로, 주로 화풍에 써요. LoRA가 나오기 전에 인기가 있었는데, LoRA가 더 작고 더 잘해요. 고를 수 있다면 LoRA를 고르세요. 설명에는 <hypernet:이름:0.7> 처럼 쓰고, 숫자는 얼마나 세게 작용하는지예요.
guide-dreambooth-title = 드림부스
guide-dreambooth-names = 드림부스, dreambooth, 학습, 훈련
guide-dreambooth = 드림부스(DreamBooth)는 사진 몇 장으로 특정한 사람, 동물, 물건을 모델에 가르치고 부를 이름을 붙여 줘요. 결과는 새 체크포인트나 LoRA예요. 비슷한 사진 백 장보다 서로 다른 열 장이 낫고, 누군가의 얼굴을 가르칠 때는 먼저 허락을 받으세요.

guide-diffusion-title = 디퓨전
guide-diffusion-names = 디퓨전, 확산, 스테이블 디퓨전, 원리
guide-diffusion = 디퓨전(확산)은 제가 그리는 방법이에요. 순수한 노이즈에서 시작해서, 한 스텝씩 글과 닮지 않은 것을 걷어 내요. 배울 때는 거꾸로, 조금씩 노이즈에 잠겨 가는 그림들을 보며 배웠어요. 그래서 그림이 붓질이 아니라 안개 속에서 나타나요.
guide-noise-title = 노이즈
guide-noise-names = 노이즈, 잡음
guide-noise = 노이즈는 옛날 텔레비전의 지지직거리는 화면 같은 무작위 얼룩이에요. 모든 그림은 노이즈에서 시작하고, 어떤 노이즈인지는 시드가 정해요. 그려지는 동안 그림을 지켜보면 노이즈가 그림으로 바뀌는 것이 보여요.
guide-latent-title = 잠재 공간
guide-latent-names = 잠재 공간, 잠재공간, 레이턴트, 라텐트
guide-latent = 저는 점 하나하나가 아니라, 잠재 공간이라는 곳에서 작게 압축된 그림을 그려요. 마지막에야 그것을 펼쳐서 그림으로 만들어요. 그곳에서는 비슷한 것들이 가까이 모여 있어요. 그림의 변이 8의 배수인 것도 이 때문이에요.
guide-render-title = 렌더링
guide-render-names = 렌더링, 렌더, 생성, 속도, 시간
guide-render = 렌더링은 설명에서 그림을 계산해 내는 일, 곧 “그리기 시작했어요”부터 그림이 나올 때까지 제가 하는 일이에요. 스텝, 점, 장수가 많을수록 오래 걸려요. 그러니 적은 스텝으로 여러 생각을 시험하고, 가장 좋은 것만 많은 스텝으로 다시 그려 보세요.
guide-watermark-title = 워터마크
guide-watermark-names = 워터마크, 메타데이터, 출처, 서명
guide-watermark = 워터마크는 그림이 어디서 왔는지 알려 줘요. 서명처럼 보이기도 하고, 점이나 파일 속에 숨어 있기도 해요. 제가 보내는 원본 파일에는 글과 설정이 들어 있지만, 메신저는 사진에서 그것을 지워요. 그림을 어떻게 만들었는지 남기고 싶으면 📄 를 누르세요. 256×256부터는 기계가 만들었다는 보이지 않는 표시도 들어가요. /info 로 찾을 수 있어요.

## When something is in the way

error-unknown = 죄송해요, 제 쪽에서 문제가 생겼어요. 관리자에게 알릴 때는 번호 { $incident } 를 전해 주세요.
error-engine = 죄송해요, 그리지 못했어요. 다시 한번 해 주세요. 관리자에게 알릴 때는 번호 { $incident } 를 전해 주세요.
error-out-of-memory = 이 그림을 그리기엔 메모리가 모자라요. --size 를 줄여 보세요. 번호 { $incident }.
error-broken-numbers = 모델이 이번엔 길을 잃었어요. 다른 시드나 더 낮은 --cfg 로 해 보세요. 번호 { $incident }.
error-device-lost = 화가가 잠시 자리를 비웠어요. 다시 한번 해 주세요. 관리자에게 알릴 때는 번호 { $incident } 를 전해 주세요.
error-empty-prompt = 무엇을 그릴지 알려 주세요. 글이 보이지 않아요.
error-prompt-too-long = 글이 { $length }자예요. { $limit }자까지만 읽을 수 있어요.
error-too-many-texts = 그리는 동안 프롬프트가 { $limit }가지보다 많은 글로 바뀌어요. [a|b]나 [a:b:0.5] 같은 전환을 줄여 주세요.
error-too-many-pictures = 그러면 { $count }장이 되는데, 한 번에 그릴 수 있는 건 { $limit }장까지예요. 값을 조금 줄여 주세요.
error-nothing-between = 모핑에는 사이를 이을 두 가지가 필요해요. | 로 나눈 설명 두 개, 그림에 답장으로 쓴 말, 또는 그림 두 장이에요. 예: /morph 빨간 여우 | 하얀 부엉이
error-unknown-flag = { $nearest ->
    [none] 모르는 옵션이에요: { $flag }. 아는 것은 /help 에 다 있어요.
   *[other] 모르는 옵션이에요: { $flag }. 혹시 { $nearest } 인가요?
}
error-no-setting = “{ $flag }” 값은 모든 그림에 정해 둘 수 없어요. 정할 수 있는 것은 /settings 에 있어요.
range = { $unit ->
    [pixels] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }픽셀
   *[other] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }
}
error-out-of-range = { $value ->
    [none] { $flag } 에는 값이 필요해요: { $range }.
   *[other] { $flag } 에 { $value } 값은 쓸 수 없어요. 쓸 수 있는 값: { $range }.
}
error-unknown-choice = { $nearest ->
    [none] { $flag } 에 “{ $value }” 값은 없어요. 고를 수 있는 것: { $choices }.
   *[other] { $flag } 에 “{ $value }” 값은 없어요. 혹시 { $nearest } 인가요? 고를 수 있는 것: { $choices }.
}
error-no-choices = { $flag } 에 “{ $value }” 값은 없어요. 여기에는 아직 그에 쓸 것이 하나도 추가되지 않았어요.
error-misplaced-lora = { $tag } 는 { $flag } 뒤가 아니라 설명 안에 써 주세요. 그림 전체에 작용해요.
error-no-image = 시작할 그림이 필요해요. 그림을 함께 보내거나 그림에 답장해 주세요.
error-surplus-image = 여기에 쓸 수 있는 것보다 그림이 많아요. 더 적게 보내 주세요.
error-no-estimator = 여기에는 그림의 { $kind } 을(를) 볼 수 있는 것이 없어요. 완성된 맵을 { $flag } 와 함께 보내거나, 제가 직접 딸 수 있는 --control canny 를 써 보세요.
error-bad-image = 그 파일은 그림으로 읽을 수 없어요. PNG, JPEG, WebP가 가장 좋아요.
error-too-large = { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }픽셀이 돼요. { $limit }메가픽셀까지 할 수 있으니, 배율이나 그림을 더 작게 골라 주세요.
error-bad-mask = { $fault ->
    [empty] 이 마스크에는 표시된 곳이 없어요. 바꿀 곳을 하얗게 칠하고 나머지는 검게 두세요.
    [full] 그림 전체가 표시되어 있어요. 남길 곳은 빼고 표시하거나, 전체를 바꾸려면 마스크 없이 글만 보내 주세요.
    [shape] 이 마스크는 그림과 모양이 달라요. 크기는 달라도 되지만 가로세로 비율은 같아야 해요.
    [moving] 움직이는 그림은 마스크가 될 수 없어요. 멈춰 있는 그림을 보내 주세요.
    [pages] 여러 쪽으로 된 파일은 마스크가 될 수 없어요. 그림 한 장을 보내 주세요.
    [double] 어느 부분인지 한 가지 방법으로만 알려 주세요. --only, 아니면 마스크나 영역이에요.
    [part] 그림의 한 부분에는 할 수 없는 일이에요. 먼저 그 부분을 그리고, 나온 그림에 답장으로 부탁해 주세요.
   *[unmarked] 이 사본에서 표시를 찾지 못했어요. 바꿀 곳을 진한 색으로 칠해서 다시 보내 주세요.
}
error-not-in-picture = 이 그림에서 “{ $words }”을(를) 찾을 수 없어요.
error-image-not-fetched = 그림을 받아오지 못했어요. 한 번 더 보내 주세요.
error-address-not-fetched = 그 주소에서 그림을 받지 못했어요. 주소가 맞나요? 그림을 직접 보내셔도 돼요.
error-no-words = 지금은 알맞은 말을 찾지 못했어요. 잠시 뒤에 다시 해 보세요.
error-address-refused = { $why ->
    [off] 여기서는 주소로 그림을 가져오지 않아요. 그림을 직접 보내 주세요.
   *[other] 공개된 인터넷에서 https나 http로만 그림을 가져와요. 그림을 직접 보내 주세요.
}
error-not-a-picture = 사진, 파일로 보낸 그림, 움직이지 않는 스티커에서 시작할 수 있어요. 동영상, GIF, 움직이는 스티커, 소리에서는 시작할 수 없어요. 화면을 캡처해서 보내 주세요.
error-unseen = 답장하신 메시지를 볼 수 없어요. Discord는 저에게 하신 말만 보여 줘요. 그 그림을 쓰시려면 그 메시지의 메뉴에서 앱을 골라 주세요. 아니라면 답장 없이 써 주세요.
error-image-too-large = { $unit ->
    [megabytes] 그림이 너무 커요. { $limit } MB까지만 받을 수 있어요.
    [megapixels] 그림이 너무 커요. { $limit }메가픽셀까지만 받을 수 있어요.
   *[other] 그림이 너무 커요. { $limit } 까지만 받을 수 있어요.
}
error-canvas-too-large = 그러면 그림이 { $width } × { $height } 픽셀이 되는데, 한 변은 { $limit } 픽셀까지만 돼요.
error-no-adapter = { $lacks ->
    [encoder] IP-Adapter { $model }은(는) 아직 그림을 볼 수 없어요: 이미지 인코더가 없어요. image_encoder 폴더를 옆에 두어야 해요.
   *[adapter] 여기에는 { $model }용 IP-Adapter가 없어요. 그것 없이는 다른 그림처럼 그릴 수 없어요.
}
error-bad-model = { $fault ->
    [damaged] { $model } 모델은 쓸 수 없어요: 파일이 깨졌거나 일부가 빠졌어요.
    [pickle] { $model } 모델은 쓸 수 없어요: 이 형식에는 프로그램이 숨어 있을 수 있어서, 저는 .safetensors 파일만 읽어요. 변환할 수 있어요: 방법은 docs/models.md 에 있어요.
    [strange] { $model } 모델은 쓸 수 없어요: 제가 쓸 줄 모르는 종류예요.
    [unlike] 여기서는 { $model } 파일을 쓸 수 없어요: 다른 종류의 모델에 맞춰 만들어졌어요.
    [unfinished] { $model } 모델은 아직 쓸 수 없어요: 다운로드가 끝나지 않았어요.
    [elsewhere] { $model } 파일은 그림을 그리는 모델이 아니에요: 다른 폴더에 넣는 거예요.
    [part] { $model } 파일만으로는 그릴 수 없어요: 모델의 일부일 뿐이에요.
   *[other] { $model } 모델은 쓸 수 없어요.
}
error-unfit-model = { $model ->
    [none] 여기에는 그걸 할 수 있는 모델이 없어요.
   *[other] { $model } 모델은 그걸 할 수 없어요. 다른 모델을 고르거나 --model 을 빼 주세요.
}
error-noiseless = { $upscaler } 은(는) 그림에 노이즈를 넣지 않아요. { $flag } 를 빼거나 다른 확대 방법을 골라 주세요.
error-picture-needed = { $model } 모델은 그림이 있어야 그릴 수 있어요. 그림을 함께 보내거나 그림에 답장해 주세요.
error-not-allowed = 초대받은 분만 쓸 수 있는 봇이에요. 쓰고 싶으면 관리자에게 이 id를 알려 주세요: { $id }
error-not-yours = 다른 분의 것이에요.
error-not-found = 이제 여기에 없어요.
error-withheld = 🔒 그림은 다 그렸지만 여기 모두에게 알맞지 않아 보여 주지 않아요. 다른 말로 해 보세요.
error-unlooked = 🔒 그림은 다 그렸지만 여기 모두에게 알맞은지 확인할 수 없어 보여 주지 않아요. 나중에 다시 해 보세요.
error-too-many-jobs = 기다리는 그림이 벌써 { $limit }장이에요. 하나가 끝나면 다시 보내 주세요.
error-closing = 지금 다시 시작하는 중이에요. 잠시 뒤에 다시 해 주세요.
error-not-for-all = 🔒 누구나 봐도 괜찮은 그림인지 알 수 없어서 링크로 보여 줄 수 없어요.
error-no-store = 지금은 아무것도 저장할 수 없어요. 저장소를 쓸 수 없는 상태예요. 운영자에게 알려 주시고 나중에 다시 해 주세요.

## In a terminal

terminal-starting = 시작하는 중…
terminal-ready = Lukis가 준비됐어요.
terminal-page = 페이지: { $address }
terminal-on = { $platform }: 켜짐.
terminal-off = { $platform }: 꺼짐. 켜려면 .env에 { $setting } 을 넣으세요({ $file } 참고).
terminal-open = 접근 권한: 봇을 찾은 누구나 그릴 수 있어요. 바꾸려면 .env에 { $setting } 을 넣으세요.
terminal-unmarked = Lukis의 워터마크는 없어요.
terminal-head = 클러스터의 헤드는 { $address }에 있어요. 다른 각 기기에서: 키 { $key }를 소유자만 읽을 수 있게 복사한 다음: { $command }
terminal-worker = { $name }이(가) { $address }에 들어왔어요. 그릴 장치 수: { $devices }.
terminal-drain = { $name }은(는) 새 그림을 받지 않고, 가진 것을 마저 그려요.
terminal-drain-none = 클러스터에 { $name }(이)라는 기기는 없어요. 있는 기기: { $names }.
terminal-drained = { $name }이(가) 가진 것을 모두 그렸어요.
terminal-untold = 만든 방법이 적혀 있지 않아요.
terminal-no-film = { $file }: MP4를 만들려면 ffmpeg가 필요한데 이 컴퓨터에는 없어요. .webp나 .gif로 끝나는 이름이면 없어도 돼요.
terminal-listed = 접근 권한: ALLOWED에 적힌 { $count }곳만 그릴 수 있어요. 바꾸려면 .env에 { $setting } 을 넣으세요.
terminal-backup = { $file }: 데이터베이스와 그림({ $pictures }장), { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-backup-words = { $file }: 그림 없이 데이터베이스만, { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-restored = 모두 { $date } 상태로 되돌렸어요. 되돌린 그림: { $pictures }장.
terminal-restored-before = 전에 있던 데이터베이스는 남겨 두었어요: { $file }.
terminal-restore-occupied = 이미 데이터베이스가 있어요: { $file }. { $flag } 을 붙이면 자리를 내주고, 새것 옆에 남겨 둬요.
terminal-pruned = 지운 그림: { $pictures }장. { NUMBER($size, maximumFractionDigits: 1) } MB가 비었어요.
terminal-prune-dry = 지울 그림: { $pictures }장, { NUMBER($size, maximumFractionDigits: 1) } MB. 아직 아무것도 지우지 않았어요.
terminal-status = Lukis { $version }, { $time } 동안 실행 중. 연결: { $platforms }.
terminal-status-work = 대기: { $waiting } · 그리는 중: { $drawing } · 전달 중: { $delivering } · 디스크 남은 공간: { NUMBER($space, maximumFractionDigits: 1) } GB
terminal-status-device = { $device }: 행 { $rows } · 레인 { $lanes } · 지금까지 단계 { $forwards } · 불러온 모델 { $loads }
terminal-status-device-away = { $device }: 지금은 아무것도 받지 않아요. 이유는 로그에 있어요.
terminal-status-starting = 장치가 아직 시작하는 중이에요.
terminal-status-queued = ⏳ 대기 { $position }번째
terminal-status-queued-wait = ⏳ 대기 { $position }번째: 약 { $wait }
terminal-status-delivering = 📨 전달 중
terminal-status-more = … 외 { $count }건
terminal-status-none = { $folder } 에서 실행 중인 Lukis가 없어요. 시작하려면: { $command }

rented-page = 내 페이지: { $address }
rented-no-page = 이 노트북에서는 페이지를 열 수 없어요. Telegram이나 Discord에서 봇에게 말을 걸어 주세요.
rented-needs-token = 이 노트북에서는 페이지를 열 수 없어서 토큰이 필요해요. 위 셀에서 Telegram이나 Discord를 골라 주세요.
rented-token = { $platform } 봇의 토큰. 어디에도 저장되지 않아요. 없으면 비워 두세요:
rented-running = Lukis가 실행 중이에요.
rented-off = Lukis가 실행되고 있지 않아요.
rented-stopped = Lukis가 끝났어요. 잃은 것은 없어요.
rented-broke = Lukis가 스스로 끝났어요. 이유는 위 줄에 있어요. 그다음 이 셀을 다시 실행해 주세요.
rented-kept = { $folder }에 보관된 그림: { $count }.
rented-copied = 그곳의 최신 사본은 { $minutes }분 전 것이에요.

doctor-data = 데이터 폴더
doctor-data-free = { $folder } (쓰지 않는 중, 남은 공간 { NUMBER($space, maximumFractionDigits: 1) } GB)
doctor-data-used = { $folder } (실행 중인 Lukis가 쓰는 중, 남은 공간 { NUMBER($space, maximumFractionDigits: 1) } GB)
doctor-data-full = { $folder }: { NUMBER($space, maximumFractionDigits: 1) } GB만 남아 { $setting }보다 적어서 새 요청을 받지 않아요. 공간을 비우거나 오래된 그림이 지워지게 하세요(docs/keeping.md).
doctor-database = 데이터베이스
doctor-database-none = 아직 없어요. 처음 시작할 때 만들어져요
doctor-database-told = 버전 { $version }, { NUMBER($size, maximumFractionDigits: 1) } MB, 업데이트 전 사본: { $backups }개
doctor-tokens = 토큰
doctor-token-missing = { $platform } 없음
doctor-token-works = { $platform }: 저는 { $name }이에요
doctor-token-bad = { $platform } 에서 토큰을 받아들이지 않아요. { $setting } 에 다시 복사하세요({ $file }).
doctor-token-silent = { $address } 의 { $platform } 에서 답이 없어요. 이 컴퓨터의 네트워크와 방화벽, 프록시를 확인하세요.
doctor-hook-fails = { $platform } 에서 { $address } 에 닿지 못해요: { $why }. 그 앞의 프록시를 확인하세요 ({ $file }). 대기: { $waiting }.
doctor-chat-away = { $chat }: 제가 그곳에 없거나 볼 수 없어요. 저를 추가하거나 { $setting } 에서 빼세요.
doctor-chat-lacks = { $chat }: 권한이 부족해요: { $rights }. 대화방 설정에서 허용해 주세요.
doctor-clock = 시계
doctor-clock-right = { $platform }와 같아요
doctor-clock-wrong = { $platform }와 { $time } 차이가 나요. 네트워크로 시간을 맞추게 하세요.
doctor-clock-unknown = 비교할 곳이 없어요
doctor-page = 페이지
doctor-page-off = 꺼짐
doctor-page-taken = 다른 프로그램이 포트 { $port } 를 쓰고 있어요. 끝내거나 { $setting } 을 바꾸세요.
doctor-page-nowhere = 이 컴퓨터는 { $address } 에서 기다릴 수 없어요. { $setting } 을 바꾸세요. 127.0.0.1은 언제나 돼요.
doctor-translators = 번역기
doctor-translators-off = 없음: 쓴 그대로 둬요
doctor-translator-works = { $name } 응답함
doctor-translator-silent = { $name } 응답 없음
doctor-translators-none = 그래서 다른 언어로 쓴 말은 그대로 남아요. 네트워크를 확인하거나, 네트워크가 필요 없는 { $name } 을 { $setting } 에 넣으세요.
doctor-access = 접근 권한
doctor-access-told = { $access }, 허용 { $allowed }곳, 관리자 { $admins }명
doctor-quotas = 할당량
doctor-quotas-none = 파일 없음: 아무에게도 한도가 없음
doctor-quotas-told = { $file } (등급: { $classes }, 대화방 종류: { $chats })
doctor-torch-told = { $version }, { $devices }
doctor-cpu = CPU
doctor-models = 모델
doctor-cluster = 클러스터
doctor-cluster-machine = { $name }({ $address }), 장치: { $devices }
doctor-cluster-other = 헤드가 이 기기와 다른 버전을 쓰고 있어요. { $differs }. 양쪽에 같은 것을 설치하세요.
doctor-cluster-open = { $ports }: 키 없이 누구에게나 응답해요. 모두에게 닫아 주세요({ $file }).
doctor-safety = 안전 검사
doctor-safety-off = 꺼짐
doctor-safety-works = { $policy }, 따로 정한 곳: { $chats }; 그림을 구별해요
doctor-model-coming = { $model } 모델은 아직 없어요: { NUMBER($size, maximumFractionDigits: 2) } GB 중 { NUMBER($done, maximumFractionDigits: 2) } GB를 내려받았고, 나머지는 { $command }이 내려받아요

## The page

page-skip = 프롬프트로 건너뛰기
page-sections = 메뉴
page-chat = 대화
page-gallery = 갤러리
page-language = 언어
page-theme = 밝게 또는 어둡게
page-headline = 무엇을 그려 볼까요?
page-tagline = 어떤 언어로든 그림을 설명해 주세요. 아니면 이 중에서 시작해 보세요:
page-first-fox = 눈 속의 여우
page-first-rocket = 우주의 로켓
page-first-elephant = 풀밭 위의 파란 코끼리
page-first-wizard = 숲속의 마법사
page-first-house = 밤의 집
page-first-penguin = 해변의 펭귄과 피자
page-take = 이 글 다시 쓰기
page-retry = 고쳐서 다시 시도
page-earlier = 전에 쓴 말
page-earlier-empty = 그림이 생기면 그 말이 여기에 모여요.
page-help = 도움말
page-help-examples = 하나 골라 보세요
page-help-options = 옵션
page-help-option = 글 뒤에 { $value }처럼 적어요. 대부분은 설정에도 있어요.
page-help-keys = 키
page-keys-single = 글자나 기호 하나로 된 단축키 쓰기
page-key-write = 글쓰기
page-key-commands = 명령
page-key-settings = 설정
page-key-help = 이 도움말
page-key-turn = 큰 그림 넘기기
page-key-delete = 큰 그림 삭제
page-key-undo = 지운 것 되돌리기
page-key-close = 닫기, 또는 대상 내려놓기
page-key-before = 칸이 비어 있을 때 전에 쓴 글
page-advanced = 고급
page-how = 어떻게 만든 그림인가요?
page-restore = 이 그림의 글과 설정 쓰기
page-restored = 글은 입력창에 넣고, 설정도 맞춰 두었어요.
page-you = 나:
page-prompt = 그릴 것
page-placeholder = 어떤 언어로든 그림을 설명해 주세요…
page-placeholder-change = 무엇을 바꿀까요?
page-words-missing = 이 그림으로 무엇을 할지 글로도 적어 주세요.
page-words-answer = 먼저 답을 적어 주세요.
page-count = { $limit }자 중 { $count }자
page-send = 그리기
page-attach = 그림에서 시작
page-drop = 여기에 그림을 놓으세요
page-settings = 설정
page-settings-reset = 자동으로 되돌리기
page-auto = 자동
page-random = 무작위
page-out-of-range = { $least }에서 { $most } 사이여야 해요.
page-sampler-soft = 부드럽고 회화적
page-sampler-varied = 변화가 많음
page-sampler-crisp = 또렷하고 사실적
page-commands = 명령
page-remove = 빼기
page-changing = 이 그림을 바꾸는 중
page-answering = 답하는 중
page-from-file = 이 그림에서 시작
page-source = 내 그림
page-change = 바꾸기
page-again = 이것만 다시 그리기
page-delete = 이 그림 삭제
page-deleted = 삭제했어요.
page-undo = 되돌리기
page-open = 크게 보기
page-picture = 그림
page-picture-alt = 그림: { $prompt }
page-picture-of = 그림 { $count }장 중 { $number }번째: { $prompt }
page-preview = 그려지고 있는 그림
page-progress = 진행
page-newest = 가장 최근으로
page-queue = 진행 중
page-queue-count = 진행 중: { $count }
page-cancel-one = 취소: { $prompt }
page-cancel-all = 모두 취소
page-newer = 더 최근
page-older = 더 오래된
page-close = 닫기
page-previous = 이전 그림
page-next = 다음 그림
page-copy-prompt = 프롬프트 복사
page-copy-seed = 시드 { $seed } 복사
page-copied = 복사했어요.
page-download = 원본 내려받기
page-part = 일부 바꾸기
page-draw = 그리기
page-done = 완료
page-redo = 다시 실행
page-clear = 모두 지우기
page-invert = 칠한 곳과 나머지 맞바꾸기
page-canvas = 캔버스
page-canvas-keys = 화살표 키로 붓을 움직이고, 스페이스로 칠하고, Shift와 화살표 키로 선을 긋습니다. 더하기와 빼기로 확대·축소하고, 대괄호로 굵기를 바꾸며, B는 붓, E는 지우개입니다.
page-brushes = 도구
page-brush = 붓
page-eraser = 지우개
page-move = 그림 옮기기
page-brush-size = 붓 굵기
page-farther = 축소
page-fit = 그림 전체
page-nearer = 확대
page-colours = 색
page-colour-own = 원하는 색
page-colour-black = 검정
page-colour-grey = 회색
page-colour-white = 하양
page-colour-red = 빨강
page-colour-orange = 주황
page-colour-yellow = 노랑
page-colour-green = 초록
page-colour-blue = 파랑
page-colour-purple = 보라
page-colour-pink = 분홍
page-colour-brown = 갈색
page-marked = 줄무늬 부분을 바꿉니다
page-marked-share = { $value } 칠함
page-drawn = 내가 그린 그림에서 시작
page-placeholder-part = 줄무늬 부분에 무엇이 있어야 할까요?
page-placeholder-drawing = 무엇을 그린 건가요?
page-mask-empty = 먼저 바꿀 곳을 칠해 주세요.
page-mask-full = 그림 전체가 칠해져 있습니다. 남길 곳은 빼 주세요.
page-drawing-empty = 먼저 무언가를 그려 주세요.
page-cannot-draw = 이 그림은 여기에 표시할 수 없어 그 위에 그릴 수 없습니다.
page-gallery-empty = 아직 아무것도 없어요. 그림이 완성되면 여기에 나타나요.
page-favourite = 즐겨찾기
page-favourites = 즐겨찾기
page-favourites-empty = 아직 즐겨찾기가 없어요. 그림 아래의 ⭐를 누르면 즐겨찾기에 들어가요.
page-details = 이 그림에 대해
page-made-from = 바탕이 된 그림
page-became = 여기서 나온 그림
page-copy = 복사
page-share = 공유
page-shared-until = 링크가 있으면 누구나 { $time }까지 볼 수 있어요.
page-unshare = 링크 끝내기
shared-link = { $time } 동안 링크가 있는 사람은 누구나 이 그림과 글을 볼 수 있어요.
shared-ended = 이제 어떤 링크로도 이 그림을 볼 수 없어요.
shared-drawn = 이 글로 Lukis가 그렸어요.
shared-try = 그림 그려 보기
shared-over = 이 링크로는 이제 볼 수 있는 것이 없어요.
page-compare = 비교
page-compared = 이전 그림이 보이는 정도
page-before = 이전
page-after = 이후
about-prompt = 프롬프트
about-english = 영어로
about-loras = LoRA
about-created = 요청한 때
about-seconds = 그리는 데 걸린 시간
about-took = { $seconds }초
page-search = 내 그림 찾기
page-search-example = 낱말, 모델, 날짜…
page-search-empty = 찾은 것이 없어요. 낱말을 줄이면 더 찾을 수 있어요.
page-select = 선택
page-select-one = 선택: { $prompt }
page-select-most = 한 번에 { $limit }장까지예요.
page-selected = 선택됨: { $count }
page-picked = 선택한 그림
page-delete-them = 삭제
page-zip = 압축 파일로 받기
page-zip-large = 파일 하나에 담기엔 너무 커요. 더 적게 선택해 주세요.
page-zip-gone = 일부는 이제 여기 없어요. 페이지를 새로 고쳐 주세요.
page-offline = Lukis가 응답하지 않아요. 다시 시도하는 중…
page-not-sent = 보내지 못했어요. Lukis가 실행 중인가요?
page-no-tools = 페이지의 이 부분을 가져오지 못했어요. Lukis가 실행 중인가요?
page-malformed = 읽을 수 없었어요. 페이지를 새로 고쳐 주세요.
page-too-fast = 정말 빠르시네요! 몇 초만 기다려 주세요.
page-cookie = 다른 사람과 구분하려면 쿠키가 필요해요. 허용하고 페이지를 새로 고쳐 주세요.
page-not-vouched = 누구신지 확인하지 못했어요. 닫은 뒤 우리 대화에서 다시 열어 주세요.
page-who = 여기서의 나
page-sign-in = { $platform }로 로그인
page-signed-in = { $platform }의 { $name } 님이에요. 그림도 기록도 그대로예요.
page-sign-out = 로그아웃
page-not-signed-in = 로그인하지 못했어요. 한 번 더 해 보세요.

## Discord

discord-prompt = 프롬프트
discord-prompt-help = 보고 싶은 것, 어떤 언어든 괜찮아요
input-image = 그림
input-image-help = 시작할 그림. 글이 이 그림을 바꿔요
input-mask = 마스크
input-mask-help = 하얀 곳은 다시 그리고, 검은 곳은 그대로 둬요
input-other = 다른 그림
input-other-help = --control에 여러 종류를 쓸 때: 첫째를 뺀 나머지를 따올 그림
input-like = 닮을 그림
input-like-help = 새 그림이 닮을 그림. 화풍과 사물은 이 그림에서, 무엇을 그릴지는 글에서 와요
input-end = 마지막 그림
input-end-help = --frames와 함께: 첫 그림이 변해 갈 그림
discord-about = 주제
discord-about-help = 찾을 낱말이나 주제, 예: 스텝
discord-page = 쪽
discord-page-help = 몇 쪽인지, 1이 가장 최근이에요
discord-words = 낱말
discord-words-help = 어떤 그림: 프롬프트의 낱말, --model, 2026-11, 어제
discord-language = 언어
discord-language-help = 봇이 쓸 언어
discord-change = 변경
discord-change-help = 예: --steps 30 --ar 16:9 또는 reset steps
discord-file = 파일
discord-file-help = 그림 파일
discord-second = 둘째
discord-second-help = 섞을 그림 한 장 더.
discord-third = 셋째
discord-third-help = 섞을 그림 한 장 더.
discord-fourth = 넷째
discord-fourth-help = 섞을 그림 한 장 더.
discord-fifth = 다섯째
discord-fifth-help = 섞을 그림 한 장 더.
discord-job = 번호
discord-job-help = 파일 이름에 있는 그림 번호.
discord-private = 비공개
discord-private-help = 그림과 거기서 나온 것을 나에게만 보여 주기
discord-menu = 이 그림에서 시작하기
discord-info = 어떻게 만들어졌나요?
discord-upscale = 확대하기
discord-again = 다시 그리기
discord-describe = 무엇이 있나요?
discord-english = 그릴 때 쓰는 영어
discord-no-form = 글을 쓰는 칸을 열지 못했어요. “{ $menu }”를 한 번 더 골라 주세요.

## For those in charge of a chat, and whoever runs me

button-report = 🚩 신고
button-remove = 🗑 내리기
button-warn = ✋ 주의 주기
button-ban = ⛔ 차단
button-dismiss = ✅ 그대로 두기
report-thanks = 고마워요. 여기 관리자가 살펴볼 거예요.
report-nobody = 여기에는 알릴 수 있는 관리자가 없어요.
report-many = 고마워요. 관리자가 살펴볼 것이 이미 많아요. 나중에 다시 해 주세요.
report-seen = 이 그림은 관리자가 이미 살펴봤어요.
report-told = 🚩 그림이 신고됐어요. 작성자 { $person }, 대화방 { $chat }:
report-listed = 🚩 목록에 있는 ‘{ $line }’이(가) 나왔어요. 작성자 { $person }, 대화방 { $chat }:
report-closed =
    { $deed ->
         [remove] ✅ { $name } 님이 그림을 내렸어요.
         [warn] ✅ { $name } 님이 작성자에게 주의를 줬어요.
         [ban] ✅ { $name } 님이 작성자를 차단하고 그림을 내렸어요.
        *[dismiss] ✅ { $name } 님이 그대로 뒀어요.
    }
report-done =
    { $deed ->
         [remove] 내렸어요.
         [warn] 주의를 줬어요.
         [ban] 차단하고 그림을 내렸어요.
        *[dismiss] 그대로 둬요.
    }
report-done-already = 이미 처리됐어요. 다른 관리자가 더 빨랐네요.
report-outcome =
    { $deed ->
         [remove] 신고한 그림을 살펴보고 내렸어요. 고마워요.
         [warn] 신고한 그림을 살펴보고 작성자에게 배려를 부탁했어요. 고마워요.
         [ban] 신고한 그림을 살펴보고 내렸고, 작성자는 더 그릴 수 없어요. 고마워요.
        *[dismiss] 신고한 그림을 살펴봤고, 그대로 두기로 했어요. 신경 써 줘서 고마워요.
    }
report-warning = 🙏 여기 관리자가 배려를 부탁해요. 그린 그림은 다른 사람들도 봐요.
command-moderate = 관리자용: 낱말 목록, 차단, 일시 정지 등
command-moderate-names = 관리, 검토
moderate-how = 관리자로서 보낼 수 있는 것:
    /moderate test … – 목록이 낱말을 어떻게 다루는지, 그 이유
    /moderate block …, spoiler …, report …, allow … – 낱말을 목록에 넣기: 그리지 않음, 가려서 그림, 알림, 찾지 않음
    /moderate lists, /moderate drop … – 이 대화방의 목록 보기, 낱말 빼기
    /moderate ban …, unban … – id나 그림에 답장해서 사람을 막거나 풀기
    /moderate limit …, unlimit – 한 시간이나 하루에 그림 몇 장까지인지, 이 대화방이나 한 사람에게
    /moderate pause, resume – 새로 받지 않기. 하던 그림은 마쳐요
    /moderate say … – 제 이름으로 여기에 말하기
    /moderate stats, log, reports – 누가 얼마나 그렸는지, 관리자가 무엇을 했는지, 아직 열린 신고
moderate-how-operators = /moderate broadcast …, stop – 모든 대화방에 알리고, 아직 안 나간 것은 거두기
    차단, 일시 정지, 통계, 기록은 모든 대화방에 적용돼요. 끝에 ‘here’를 쓰면 이 대화방에만 적용돼요.
moderate-test-how = 낱말을 함께 보내 주세요: /moderate test …
moderate-test-nothing = ✅ 어느 목록에도 없어요. 영어로: { $english }
moderate-test-english = 영어로: { $english }
moderate-test-found =
    { $list ->
         [block] ⛔ 그리지 않아요:
         [spoiler] 🙈 그리지만 누를 때까지 가려요:
        *[report] 🚩 그리고, 관리자에게 알려요:
    } { $where ->
         [bot] ‘{ $line }’, 모든 대화방의 목록.
        *[chat] ‘{ $line }’, 이 대화방의 목록.
    }
moderate-lists =
    { $count ->
        *[other] 이 대화방의 목록은 { $count }줄이에요.
    }
moderate-line = • { $list }: { $line }
moderate-full = 이 대화방의 목록이 가득 찼어요. { $limit }줄까지예요.
moderate-bad-line =
    { $why ->
         [long] 그 줄은 너무 길어요.
         [empty] 그 줄에는 글자가 없어요.
         [pattern] 그것은 정규식이 아니에요.
         [all] 그러면 모든 것이 걸려요.
        *[slow] 그 정규식은 어떤 글에서 너무 오래 걸려요.
    }
moderate-added = ✅ 이제 목록 { $list }에 있어요: { $line }
moderate-known = 목록 { $list }에 이미 있어요: { $line }
moderate-dropped = ✅ 이 대화방의 목록에서 뺐어요: { $line }
moderate-no-line = 이 대화방의 목록에 없어요: { $line }
moderate-who = 누구인가요? 그 사람의 그림에 답장하거나 telegram:123 같은 id를 함께 보내 주세요.
moderate-banned =
    { $where ->
         [everywhere] ⛔ 모든 대화방에서 { $person }의 새 요청을 받지 않아요.
        *[here] ⛔ 이 대화방에서 { $person }의 새 요청을 받지 않아요.
    } { $count ->
        *[other] 그림 { $count }장을 멈췄어요.
    }
moderate-banned-already = { $person }은(는) 이미 차단돼 있어요.
moderate-unbanned = ✅ { $person }은(는) 다시 그릴 수 있어요.
moderate-not-banned = { $person }은(는) 차단돼 있지 않아요.
moderate-limit-how = 몇 장까지, 얼마 동안인가요? 이 대화방 전체: /moderate limit 50/day. 한 사람은 id를 쓰거나 그림에 답장해서: /moderate limit telegram:123 5/hour. /moderate unlimit으로 없애요.
moderate-limit-all = 이 대화방 전체
moderate-limited = ✅ { $whom } – { $kind }: { $limit }
moderate-limits = 관리자가 여기서 정한 한도:
moderate-limits-none = 여기서 한도를 정한 관리자가 없어요.
moderate-limit-line = • { $whom } – { $kind }: { $limit }
moderate-unlimited = ✅ 이제 관리자가 정한 한도가 없어요: { $whom }
moderate-not-limited = 관리자가 { $whom }에게 정한 한도가 없어요.
moderate-paused =
    { $where ->
         [everywhere] ⏸ 모든 대화방에서 새 요청을 받지 않아요. 하던 그림은 마쳐요.
        *[here] ⏸ 이 대화방에서 새 요청을 받지 않아요. 하던 그림은 마쳐요.
    }
moderate-resumed =
    { $where ->
         [everywhere] ▶️ 모든 대화방에서 다시 그려요.
        *[here] ▶️ 이 대화방에서 다시 그려요.
    }
moderate-reports = 아직 열린 신고를 따로 보냈어요: { $count }건
moderate-say-how = 할 말을 함께 보내 주세요.
moderate-said = ✅ 말했어요.
moderate-broadcast =
    { $count ->
        *[other] 📣 대화방 { $count }곳으로 가고 있어요.
    } /moderate stop 을 보내면 아직 안 나간 것을 거둬요.
moderate-stopped =
    { $count ->
        *[other] ✋ 대화방 { $count }곳은 받지 않아요.
    }
moderate-stats = 최근 { $days }일: { $people }명 · 요청 { $jobs }건 · 그림 { $pictures }장
moderate-busy = 지금 기다리거나 그리는 중: { $count }건
moderate-stats-line = • { $name } ({ $person }): 그림 { $pictures }장 · 요청 { $jobs }건
moderate-log = 관리자가 한 일, { $number }쪽:
moderate-log-line = • { $when } { $name } – { $what } { $about } ({ $chat })
error-not-admin = 관리자용이에요. 저를 운영하는 분이라면 ADMINS에 이 id를 넣어 주세요: { $id }
error-banned = 관리자가 여기서는 새 요청을 받지 않도록 정했어요. 잘못됐다고 생각하면 관리자에게 이야기해 주세요.
error-paused = 지금은 새 요청을 받지 않아요. 기다리던 것은 마칠게요. 나중에 다시 해 주세요.
error-over-quota =
    { $whose ->
         [chat] 이 대화방은 지금 받을 수 있는 만큼 다 받았어요
        *[person] 지금은 받을 수 있는 만큼 다 받았어요
    } ({ $kind }: { $limit }). 다시 자리가 나기까지: { $wait }.
error-too-much-at-once = 한 번에 너무 많아요: { $asked }. 최대 { $limit }까지 들어가요({ $kind }). 조금 줄여 주세요.
error-too-large-here = 여기서 부탁할 수 있는 것보다 커요: { $size }메가픽셀, 최대 { $limit }.
error-not-that-model = 모델 { $model }은(는) 여기서 쓸 수 있는 것이 아니에요: { $choices }.
error-blocked = 이것은 여기서 그리지 않아요. 다른 것으로 해 주세요.
discord-order = 지시
discord-order-help = 할 일. 비워 두면 무엇이 있는지 알려 줘요
