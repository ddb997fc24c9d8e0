### 한국어. 각 메시지의 뜻과 규칙은 en.ftl과 docs/interface.md를 보세요.

language-name = 한국어
language-names = 한국어, 한국말, 한글, korean, korea

## While a job waits and runs

status-waiting = 🎨 준비하고 있어요…
status-queued = ⏳ { $position ->
    [1] 바로 다음 차례예요.
   *[other] 대기 순서 { $position }번이에요.
}
status-queued-wait = ⏳ { $position ->
    [1] 바로 다음 차례예요. 약 { $wait } 남았어요.
   *[other] 대기 순서 { $position }번이에요. 약 { $wait } 남았어요.
}
status-started = 🎨 그리기 시작했어요…
status-progress = 🎨 그리는 중: { NUMBER($share, style: "percent") }
status-cancelled = ✋ 취소했어요.

## Results

result-english = 영어로: { $english }
result-word-for-word = 번역 서비스가 응답하지 않아서, 내장 사전으로 낱말만 옮겼어요.
result-not-translated = 지금은 번역할 수 있는 곳이 없어서, 적어 주신 그대로 그렸어요.
result-translator = { $provider } 번역.
result-person = 직접 써 주신 영어로 그렸어요.
result-draws = 저는 작은 모델이라 아는 것이 많지 않아요. 이렇게 해 보세요: { $examples }
result-deleted = 🗑 삭제했어요.
result-facts = 시드 { $seed } · { $size } · { $steps }스텝 · { $sampler } · cfg { $cfg } · { $model }
result-strength = 강도 { $strength }

## Buttons

button-cancel = ✋ 취소
button-reroll = 🎲 다시 그리기
button-reroll-one = 🎲 { $number }
button-original = 📄 원본 파일
button-original-one = 📄 { $number }
button-delete = 🗑 삭제
button-show = 🖼 다시 보기
button-raw = 내가 쓴 말 그대로
button-edit = ✏️ 번역 고치기
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = 취소했어요.
toast-too-late = 늦었어요. 이미 다 그렸어요.
toast-deleted = 삭제했어요.
toast-language = 이제 한국어로 말할게요.

## Commands

command-imagine = 글로 그림 그리기
command-imagine-names = 그려줘, 그림, 그리기, 상상
command-history = 내 그림 둘러보기
command-history-names = 기록, 갤러리, 내그림
command-cancel = 기다리거나 그리는 중인 그림 멈추기
command-cancel-names = 취소, 멈춰, 그만
command-help = 사용법과 용어 설명
command-help-names = 도움말, 도움, 안내
command-models = 그릴 수 있는 모델 보기
command-models-names = 모델
command-language = 제가 쓸 언어 고르기
command-language-names = 언어
command-start = 인사하기
command-start-names = 시작, 안녕

imagine-how = 무엇을 그릴지 알려 주세요. 어떤 언어든 괜찮아요. 예를 들면:
    /imagine { $example }
imagine-example = 눈 속의 빨간 여우 --ar 16:9
message-hint = /imagine 뒤에 보고 싶은 것을 써서 보내 주세요. 어떤 언어든 괜찮아요. 예를 들면:
    /imagine { $example }
history-empty = 아직 그림이 없어요. /imagine 뒤에 보고 싶은 것을 써서 보내 주세요.
history-page = { $total }개 중 { $number }번째
cancel-none = 기다리거나 그리는 중인 그림이 없어요.
cancel-done = 그림 { $count }장을 멈췄어요.
edit-ask = 이 메시지에 답장으로, 그리고 싶은 내용을 영어로 써 주세요. 지금은 이렇게 되어 있어요:
    { $english }
models-title = 그릴 수 있는 모델:
models-line = • { $name }: { $title }
models-how = --model로 고를 수 있어요. 예: /imagine 빨간 여우 --model { $name }
language-ask = 어떤 언어로 말할까요?
language-auto = 앱 언어 그대로
welcome = 안녕하세요! 저는 루키스예요. 어떤 언어로든 글을 그림으로 그려 드려요.
    /imagine { $example }
    그림에 답장을 쓰면 그 그림을 바꿀 수 있어요. 더 알고 싶으면 /help 를 보내세요.
help-text = /imagine 뒤에 보고 싶은 것을 써서 보내 주세요. 어떤 언어든 괜찮아요:
    /imagine { $example }

    그림에 답장으로 /imagine 과 바꿀 내용을 쓰면 그 그림이 바뀌어요.
    /history 는 내 그림을 보여 주고, /cancel 은 기다리거나 그리는 중인 것을 멈춰요.

    덧붙일 수 있는 것:
help-flag = { $flag } – { $help } { $range }

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
parameter-count = 장수
parameter-count-help = 몇 장을 그릴지 정해요. 장마다 시드가 달라요.
parameter-count-flags = 장수, 개수
parameter-negative = 제외
parameter-negative-help = 그림에 나오지 않았으면 하는 것.
parameter-negative-flags = 제외, 네거티브
parameter-strength = 강도
parameter-strength-help = 그림에서 시작할 때 얼마나 바꿀지 정해요. 0.3은 살짝 손보고, 0.9는 거의 새로 그려요.
parameter-strength-flags = 강도
parameter-model = 모델
parameter-model-help = 어떤 모델로 그릴지 정해요. /models 에서 볼 수 있어요.
parameter-model-flags = 모델
parameter-raw = 그대로
parameter-raw-help = 프롬프트를 번역하지 않고 쓴 그대로 모델에 전해요.
parameter-raw-flags = 그대로, 원문

## When something is in the way

error-unknown = 죄송해요, 제 쪽에서 문제가 생겼어요. 관리자에게 알릴 때는 번호 { $incident } 를 전해 주세요.
error-engine = 죄송해요, 그리지 못했어요. 다시 한번 해 주세요. 관리자에게 알릴 때는 번호 { $incident } 를 전해 주세요.
error-out-of-memory = 이 그림을 그리기엔 메모리가 모자라요. --size 를 줄여 보세요.
error-broken-numbers = 모델이 이번엔 길을 잃었어요. 다른 시드나 더 낮은 --cfg 로 해 보세요. 번호 { $incident }.
error-device-lost = 그리는 장치가 잠시 사라졌어요. 다시 한번 해 주세요.
error-empty-prompt = 무엇을 그릴지 알려 주세요. 글이 보이지 않아요.
error-prompt-too-long = 글이 { $length }자예요. { $limit }자까지만 읽을 수 있어요.
error-unknown-flag = { $nearest ->
    [none] 모르는 옵션이에요: { $flag }. 아는 것은 /help 에 다 있어요.
   *[other] 모르는 옵션이에요: { $flag }. 혹시 { $nearest } 인가요?
}
error-out-of-range = { $value ->
    [none] { $flag } 에는 값이 필요해요: { $range }.
   *[other] { $flag } 에 { $value } 값은 쓸 수 없어요. 쓸 수 있는 값: { $range }.
}
error-unknown-choice = { $nearest ->
    [none] { $flag } 에 “{ $value }” 값은 없어요. 고를 수 있는 것: { $choices }.
   *[other] { $flag } 에 “{ $value }” 값은 없어요. 혹시 { $nearest } 인가요? 고를 수 있는 것: { $choices }.
}
error-no-image = 시작할 그림이 필요해요. 그림을 함께 보내거나 그림에 답장해 주세요.
error-bad-image = 그 파일은 그림으로 읽을 수 없어요. PNG, JPEG, WebP가 가장 좋아요.
error-image-too-large = 그림이 너무 커요. { $limit } 까지만 받을 수 있어요.
error-bad-model = { $model } 모델은 쓸 수 없어요: { $reason }
error-not-allowed = 초대받은 분만 쓸 수 있는 봇이에요. 쓰고 싶으면 관리자에게 이 id를 알려 주세요: { $id }
error-not-yours = 다른 분의 것이에요.
error-not-found = 이제 여기에 없어요.
error-too-many-jobs = 기다리는 그림이 벌써 { $limit }장이에요. 하나가 끝나면 다시 보내 주세요.
error-closing = 지금 다시 시작하는 중이에요. 잠시 뒤에 다시 해 주세요.

## In a terminal

terminal-starting = 시작하는 중…
terminal-ready = Lukis가 준비됐어요.
terminal-page = 페이지: { $address }
terminal-on = { $platform }: 켜짐.
terminal-off = { $platform }: 꺼짐. 켜려면 .env에 { $setting } 을 넣으세요({ $file } 참고).
terminal-open = 접근: 봇을 찾은 누구나 그릴 수 있어요. 바꾸려면 .env에 { $setting } 을 넣으세요.
terminal-listed = 접근: ALLOWED에 적힌 { $count }곳만 그릴 수 있어요. 바꾸려면 .env에 { $setting } 을 넣으세요.

doctor-data = 데이터 폴더
doctor-data-free = { $folder } (쓰지 않는 중, 남은 공간 { $space })
doctor-data-used = { $folder } (실행 중인 Lukis가 쓰는 중, 남은 공간 { $space })
doctor-tokens = 토큰
doctor-token-set = { $platform } 있음
doctor-token-missing = { $platform } 없음
doctor-access = 접근
doctor-access-told = { $access }, 허용 { $allowed }곳, 관리자 { $admins }명
doctor-torch-told = { $version }, { $devices }
doctor-cpu = CPU
doctor-models = 모델
