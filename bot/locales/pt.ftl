### Português. O que cada mensagem quer dizer e as regras: en.ftl e docs/interface.md.

language-name = Português
language-names = português, portugues, brasileiro, portuguese

## While a job waits and runs

status-waiting = 🎨 Preparando tudo…
status-sweep = Vão ser { $count } imagens.
status-morph = Vão ser { $count } quadros.
status-queued = ⏳ { $position ->
    [1] Você é o próximo.
   *[other] Posição { $position } na fila.
}
status-queued-wait = ⏳ { $position ->
    [1] Você é o próximo: cerca de { $wait }.
   *[other] Posição { $position } na fila: cerca de { $wait }.
}
status-start = 🔌 Uma máquina está sendo ligada; isso leva cerca de { $time }.
status-started = 🎨 Começando a pintar…
status-larger = 🔍 Ampliando para { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }
status-larger-time = 🔍 Ampliando para { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }: cerca de { $time }
status-progress = 🎨 Pintando: { NUMBER($share, style: "percent") }
find-found = 🎯 Acho que “{ $words }” está aqui: a parte listrada é pintada de novo, o resto fica. Nada é pintado até você dizer.
status-cancelled = ✋ Cancelado.
status-over = ✅ Já está terminado.
status-parting = ⏳ Isto demora mais do que o tempo que tenho para responder aqui. Envio a imagem em particular se puder; /history a mostra de qualquer forma.

## Results

result-english = Em inglês: { $english }
result-looked-for = O que procurei, em inglês: { $english }
result-joined = Somado ao que a imagem mostra: { $english }
result-without = Fica fora da imagem: { $negative }
result-word-for-word = Palavra por palavra, com o dicionário embutido: nenhum serviço de tradução respondeu.
result-dictionary = Palavra por palavra, com o dicionário embutido.
result-not-translated = Ninguém conseguiu traduzir isto agora, então pintei do jeito que você escreveu.
result-translator = Traduzido por { $provider }.
result-person = Com o seu próprio inglês.
result-draws = Sou um modelo pequeno e conheço poucas coisas. Experimente: { $examples }
result-narrowed = { $model } não desenha em { $asked }: o mais próximo é { $size }.
result-unheard = { $model ->
    [none] Com a orientação em 1, o modelo não fica sabendo o que deixar de fora. Com um --cfg maior, fica.
   *[other] { $model } não pode saber o que deixar de fora.
}
notice-lora-in-part = Só { NUMBER($share, style: "percent") } do LoRA { $lora } serve para { $model }; o resto não tem efeito.
notice-guessed-mask = Tomei a sua imagem como máscara: o que está marcado ou branco nela é pintado de novo. Envie-a sem responder se queria mudar ela mesma.
notice-first-frame = A imagem que você enviou se move: usei só o primeiro quadro.
notice-first-page = O arquivo que você enviou tem várias páginas: usei só a primeira.
notice-read-as = Lido como: { $told }.
notice-no-meaning = Nada aqui faz isso, então não teve efeito: { $flags }
notice-not-here = As configurações pedem o que não há aqui: { $things }
notice-default-away = Agora não dá para usar { $wanted }; no lugar, quem pinta é { $model }.
notice-held-back =
    { $count ->
        [one] Não mostro uma imagem porque ela não é adequada para todos aqui.
       *[other] Não mostro { $count } imagens porque elas não são adequadas para todos aqui.
    }
result-deleted = 🗑 Apagado.
result-smaller = Enviada menor, em JPEG: o original é grande demais para esta conversa.
result-not-taken = 🖼 Está pronta, mas esta conversa não aceita a imagem. Mande /history para mim no privado para vê-la.
result-held-back = 🔒 Aqui não a mostro porque ela não é adequada para todos.
result-facts = semente { $seed } · { $size } · { $steps ->
    [one] { $steps } passo
   *[other] { $steps } passos
} · { $sampler } · cfg { $cfg } · { $model }
result-redrawn = semente { $seed } · { $size } · { $steps ->
    [one] { $steps } passo
   *[other] { $steps } passos
} · cfg { $cfg }
result-own = { $name } { $value }
result-frames = quadros { $count }

## Buttons

button-cancel = ✋ Cancelar
button-reroll = 🎲 Outra versão
button-subtle = ✨ Variar um pouco
button-strong = 🌀 Variar muito
button-remix = 📝 Editar
button-upscale = 🔍 Ampliar ×{ $times }
button-left = ⬅️ Esquerda
button-right = ➡️ Direita
button-up = ⬆️ Acima
button-down = ⬇️ Abaixo
button-zoom = 🔭 Afastar
button-square = ⬜ Deixar quadrada
button-invert = 🔁 A outra parte
button-use = ✅ Usar
button-original = 📄 Arquivo original
button-one = 🖼 { $number }
button-original-one = 📄 { $number }
button-delete = 🗑 Apagar
button-undo = ↩️ Desfazer
button-show = 🖼 Mostrar de novo
button-star = ⭐ Favorita
button-again = 🎨 Pintar de novo
button-version = 🎨 { $number }
button-use-it = 🎨 Usar
button-own-words = ✏️ Minhas palavras
button-raw = Usar minhas palavras
button-edit = ✏️ Corrigir tradução
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = Cancelado.
toast-too-late = Tarde demais: a imagem já está pronta.
toast-deleted = Apagado.
toast-undone = Está de volta.
toast-starred = ⭐ Agora está entre as suas favoritas: /favourites mostra todas.
toast-unstarred = Não está mais entre as suas favoritas.
toast-language = Agora eu falo português.

## Commands

command-imagine = Pintar uma imagem a partir de palavras
command-imagine-names = desenhe, imagine, pinte, crie, desenha
command-morph = Transformar uma imagem em outra, como animação
command-morph-names = transforme, anime, transição
command-history = Ver as suas imagens
command-history-names = histórico, historico, galeria
command-favourites = Ver as suas favoritas
command-favourites-names = favoritas, favoritos, estrelas
command-info = Ver como uma imagem foi feita
command-info-names = info, receita
command-upscale = Ampliar uma imagem com mais detalhes
command-upscale-names = ampliar, aumentar
command-blend = Mistura de duas a cinco imagens em uma
command-blend-names = misturar, fundir
command-shorten = Ver que palavras contam e versões mais curtas
command-shorten-names = encurtar, resumir
command-describe = Dizer em palavras o que uma imagem mostra
command-describe-names = descrever, descrição
command-expand = Enriquecer um prompt curto, para ver antes
command-expand-names = expandir, enriquecer
command-show = Mostrar de novo uma imagem sua, pelo número
command-show-names = mostrar, exibir
command-again = Pintar de novo uma imagem sua, pelo número
command-again-names = denovo, repetir
command-cancel = Parar as suas imagens na fila ou em andamento
command-cancel-names = cancelar, pare, parar
command-help = Como funciona e o que as palavras querem dizer
command-help-names = ajuda, guia
command-models = Quais modelos podem pintar
command-models-names = modelos
command-style = Estilos: como as imagens ficam
command-style-names = estilo, estilos
command-settings = Escolher o que vale para todas as minhas imagens
command-settings-names = configurações, ajustes, configuracoes
command-language = Escolher a língua em que eu falo
command-language-names = língua, idioma, lingua
command-start = Dizer olá
command-start-names = olá, começar

# Styles: what each is called
style-choose = Estilos, { $number } de { $total }. Toque em um para o próximo prompt, ou escreva { $flag } e o nome.
style-use = Usar
style-example = uma raposa
style-how = Para guardar como uma imagem fica, responda a ela com /style save e um nome; as palavras depois dele envolvem o prompt. /style delete e o nome apaga.
style-saved = Guardado como { $flag }. Isto envolve o prompt: { $frame }
style-full = Você já tem { $limit } estilos. /style delete e um nome abre espaço.
style-unfit = “{ $name }” não pode ser um estilo: tem chaves, barras ou nenhuma letra.
style-deleted = { $name } foi apagado.
style-none = Você não tem nenhum estilo chamado { $name }.
style-save-names = salvar, guardar
style-delete-names = apagar, excluir
style-photo = Fotografia
style-portrait = Retrato
style-cinematic = Cinema
style-noir = Filme noir
style-polaroid = Foto instantânea
style-macro = Macrofotografia
style-watercolor = Aquarela
style-oil = Tinta a óleo
style-gouache = Guache
style-ink = Nanquim
style-sketch = Esboço a lápis
style-charcoal = Carvão
style-pastel = Giz pastel
style-impressionist = Impressionismo
style-ukiyoe = Gravura japonesa
style-woodcut = Xilogravura
style-glass = Vitral
style-mosaic = Mosaico
style-batik = Tecido batik
style-anime = Animação japonesa
style-manga = Mangá
style-comic = Quadrinhos
style-pixel = Arte de pixels
style-lowpoly = Poucos polígonos
style-clay = Massinha
style-paper = Papel recortado
style-neon = Luzes de neon
style-cyberpunk = Ciberpunk
style-fantasy = Fantasia
style-vaporwave = Retrô rosa

imagine-how = Diga o que devo pintar, em qualquer língua. Por exemplo:
    /imagine { $example }
form-how = Escolha abaixo o que quiser. Depois envie suas palavras: em resposta a esta mensagem ou, em particular, logo a seguir.
form-edit = Mude abaixo o que quiser e pinte de novo, ou responda a esta mensagem com outras palavras.
form-paint = 🎨 Pintar
imagine-example = uma raposa vermelha na neve --ar 16:9
message-hint = Eu desenho o que você escreve, em qualquer língua. Por exemplo:
    { $example }
forwarded-offer = São palavras de outra pessoa. Desenho?
changed-offer = As palavras mudaram. Desenho isto agora?
offer-drawn = Já vou desenhar.
group-hello = Olá, pessoal! Três coisas para saber:
    • /imagine com o que você quer ver, em qualquer língua: eu desenho aqui, à vista de todos.
    • Responda a uma das minhas imagens com palavras e eu a mudo.
    • Os administradores escolhem o que vale aqui com /settings chat e mantêm a ordem com /moderate; /help conta o resto.
greeting-names = oi, olá, bom dia, boa tarde, boa noite, obrigado, obrigada, valeu, sim, não, teste, tudo bem, quem é você
called-how = Escreva o que você quer ver logo antes ou depois do meu nome, em qualquer língua, ou responda assim a uma imagem. Por exemplo:
    @Lukis { $example }
history-empty = Você ainda não tem imagens. Envie /imagine com o que você quer ver.
history-empty-here = Você ainda não fez imagens nesta conversa. Em uma conversa privada comigo, /history mostra todas as suas.
history-page = { $number } de { $total }
history-page-here = { $number } de { $total } desta conversa
favourites-empty = Você ainda não tem favoritas. O ⭐ abaixo de uma imagem faz dela uma favorita.
favourites-empty-here = Você ainda não tem favoritas desta conversa. Em uma conversa privada comigo, /favourites mostra todas as suas.
favourites-page = ⭐ As suas favoritas
favourites-page-here = ⭐ As suas favoritas desta conversa
history-today = hoje
history-yesterday = ontem
found-page = 🔎 O que você procurou, do mais novo ao mais antigo
found-page-here = 🔎 O que você procurou, desta conversa
found-empty = Não encontrei nenhuma imagem sua com isso.
found-empty-here = Não encontrei nenhuma imagem sua desta conversa com isso. Em uma conversa privada comigo, /history procura em todas.
cancel-none = Você não tem nada na fila nem em andamento.
cancel-done = { $count ->
    [one] Parei { $count } imagem.
   *[other] Parei { $count } imagens.
}
edit-ask = Responda a esta mensagem com o texto em inglês que devo pintar. Agora está assim:
    { $english }
info-how = Responda a uma imagem com /info, ou envie uma, e eu conto como ela foi feita.
info-days = { $days ->
    [one] Guardo as imagens por { $days } dia e depois as apago.
   *[other] Guardo as imagens por { $days } dias e depois as apago.
}
info-budget = Guardo as imagens enquanto elas ocuparem juntas menos de { NUMBER($size, maximumFractionDigits: 1) } GB; depois disso, as mais antigas são apagadas.
quota-kind =
    { $what ->
         [work]
            { $span ->
                 [day] trabalho em 24 horas
                *[hour] trabalho em uma hora
            }
        *[pictures]
            { $span ->
                 [day] imagens em 24 horas
                *[hour] imagens em uma hora
            }
    }
quota-used =
    { $whose ->
         [chat] 📊 Este chat, { $kind }: { $used } de { $limit }
        *[person] 📊 Você, { $kind }: { $used } de { $limit }
    }
upscale-how = Responda a uma imagem com { $command }, ou envie uma, e eu a deixo duas vezes mais larga e alta. { $command } 4 a deixa quatro vezes maior.
blend-how = Envie de { $least } a { $most } imagens com { $command }, também pelo endereço, ou responda a uma com outra, e eu pinto o que fica entre elas.
shorten-how = Escreva um prompt depois de { $command } e eu digo que palavras contam, com versões mais curtas.
shorten-told = O que mais conta: { $words }
shorten-short = Cada palavra conta: não há nada a tirar.
describe-how = Responda a uma imagem com { $command }, ou envie uma, ou o endereço dela, e eu digo o que ela mostra.
describe-told = É assim que eu a vejo:
expand-how = Escreva um prompt curto depois de { $command } e eu o deixo mais rico. Você vê antes de algo ser pintado.
expand-off = Ninguém pôs aqui um modelo para { $command }. Quem cuida de mim pode fazer isso com { $setting }.
expand-told = Mais rico:
show-how = Escreva o número de uma imagem depois de { $command }: { $command } 12.
again-how = Escreva o número de uma imagem depois de { $command }, ou envie-o em resposta a uma imagem: { $command } 12.
aside-draw = 🎨 Pintar “{ $words }”
aside-open = 🎨 Pintar comigo
again-told = 📋 Esta imagem diz como foi feita. O botão a pinta de novo; para mudar algo, envie isto com as suas mudanças:
    { $command }
again-untold = Esta imagem não diz como foi feita: os chats tiram isso das fotos, então envie como arquivo. Para mudar a imagem, responda a ela com palavras.
again-source = Ela foi feita a partir de outra imagem, que não está no arquivo: envie o comando em resposta àquela.
again-given = Hashes das imagens de que foi feita: { $pictures }
again-mask = A parte pintada de novo foi marcada à mão, e isso um comando não diz: envie também essa máscara.
again-model = O modelo { $model } não está aqui, então outro pinta.
again-loras = Estes LoRAs não estão aqui, então ficam de fora: { $names }
again-beyond = Fica de fora, porque não consigo fazer aqui: { $things }
again-alike = Foi feita com { $program }: a minha será parecida, não igual.
again-alike-other = Foi feita com outro programa: a minha será parecida, não igual.
again-marked = Ela traz a marca-d'água invisível do Lukis.
models-title = Modelos que podem pintar:
models-line = • { $name }: { $title }
models-how = Escolha um com --model, por exemplo: /imagine uma raposa vermelha --model { $name }
models-instead = Sem --model, quem pinta é { $name }.
models-loras = LoRAs, escritos <lora:{ $name }:0.8>: { $names }
models-triggers = Entre parênteses: as palavras do prompt que ativam o LoRA.
models-embeddings = Embeddings, escritos pelo nome: { $names }
models-tagged = Embeddings que são palavras comuns, escritos <emb:{ $name }>: { $names }
models-controls = ControlNets, usadas com --control sobre uma imagem: { $names }
models-upscalers = Ampliadores, --upscaler { $name }: { $names }
models-adapters = IP-Adapters, com --like e uma imagem: { $names }
models-hypernets = Hiper-redes, escritas <hypernet:{ $name }:0.7>: { $names }
models-vaes = VAEs, --vae { $name }: { $names }
beside-models = Modelos
beside-loras = LoRAs
beside-embeddings = Embeddings
beside-controls = ControlNets
beside-likes = IP-Adapters
beside-upscalers = Ampliadores
beside-hypernets = Hiper-redes
beside-vaes = VAEs
models-one = { $name }, { $number } de { $total }
models-use = Usar este modelo
models-examples = Desenha bem: { $words }
models-styles = Estilos dele: { $words }
models-licence = Licença: { $name }
beside-choose = { $kind }, { $number } de { $total }: toque em um para usá-lo no seu próximo prompt.
beside-ready = Pronto para o seu próximo prompt. Copie e ponha as suas palavras:
beside-reply = Pronto para uma imagem. Envie isto em resposta a uma:
beside-triggers = Palavras que o despertam: { $words }
beside-back = Todos os tipos
models-renamed = Com outro nome, porque outro já tem o deles: { $names }
models-passed-over = Fora da lista (só os administradores veem isto):
models-passed-over-line = • { $why } ({ $reason })
models-passed-over-more = … e mais { $count }: “{ $command }” mostra todos.
language-ask = Em que língua devo falar?
language-auto = A do meu aplicativo
welcome = Olá! Eu sou Lukis e pinto imagens a partir de palavras, em qualquer língua.
    /imagine { $example }
    Responda a uma imagem com palavras para mudá-la. Em /help eu conto mais.

## One person on several apps

command-link = Usar-me em outro aplicativo como a mesma pessoa
command-link-names = vincular, conectar, unir
command-unlink = Separar o que /link uniu
command-unlink-names = desvincular, separar
discord-code = código
discord-code-help = O código que dei a você no outro aplicativo. Vazio: um novo
button-join = 🔗 Unir
account-private = Aqui outras pessoas também leem. Envie { $command } em uma conversa privada comigo, por favor.
link-code = 🔗 Envie isto para mim no outro aplicativo, em até { $time }:
    { $command }
    Assim as suas imagens, configurações e limites passam a ser os mesmos lá e aqui. Não conte a ninguém: quem enviar vê as suas imagens.
link-with = Já estão com você: { $who }.
link-ask = Esta pessoa também é você: { $who }? Se for, eu uno as duas: imagens, configurações e limites passam a ser os mesmos, e cada lado vê e pode apagar tudo. Se outra pessoa enviou este código a você, deixe como está.
link-done = 🔗 Para mim, você e { $who } agora são a mesma pessoa. /history mostra tudo. { $command } separa de novo.
link-told = 🔗 A partir de agora { $who } é a mesma pessoa que você, pelo código que você recebeu aqui. Se não é você, envie { $command } agora mesmo.
unlink-done = Aqui você está por conta própria de novo. O que pediu aqui fica aqui; o que pediu em outro lugar fica lá. As suas configurações valem dos dois lados.
unlink-none = Nada está unido a você aqui. { $command } faz isso.
error-bad-code = Esse código está errado ou é antigo demais. Envie /link no outro aplicativo para receber um novo.
error-own-code = Lá você já é a mesma pessoa: o código é para o outro aplicativo.
error-too-many-guesses = Foram códigos errados demais. Você pode tentar outro em { $wait }.
error-too-many-joined = Posso unir no máximo { $limit }. Envie /unlink onde você já não precisa.
## Settings

settings-title = { $whose ->
    [chat] Configurações deste chat:
   *[mine] Suas configurações:
}
settings-line = { $name }: { $value }
settings-none = Nada foi definido: as imagens saem como o modelo pinta melhor.
settings-chats = Deste chat: { $settings }
settings-how = O que você define vale enquanto não disser outra coisa: { $example }. Desfaça com { $reset }.
settings-how-chat = Para todos aqui, os admins definem com { $command }.
settings-choose = { $whose ->
    [chat] Com o que são pintadas as imagens deste chat?
   *[mine] Com o que são pintadas as suas imagens?
}
settings-type = Qualquer outro valor: { $command }
settings-pictures = 🎨 Imagens
settings-language = 🌐 Língua
settings-reset = ↩️ Desfazer tudo
settings-to-chat = 👥 Este chat
settings-to-mine = 👤 As minhas
settings-unset = Não definido
settings-back = Voltar
settings-on = sim
settings-off = não
settings-chat-names = chat, grupo
settings-reset-names = reset, desfazer, redefinir
setting-files = { $way ->
    [on] 📎 Como arquivo: sim
   *[off] 📎 Como arquivo: não
}
setting-previews = { $way ->
    [off] 👁 Prévias: não
   *[on] 👁 Prévias: sim
}
setting-rerolls = { $way ->
    [mine] 🎲 Outra versão: autor
   *[all] 🎲 Outra versão: todos
}
setting-safety = { $way ->
    [spoiler] 🛡 Impróprio: oculto
    [block] 🛡 Impróprio: retido
   *[usual] 🛡 Impróprio: normal
}
command-export = Receber todas as suas imagens, palavras e configurações em arquivo
command-export-names = exportar, baixar
export-done = 📦 Imagens, com as suas palavras e parâmetros: { $count }. Arquivos: { $files }.
export-left = Ficaram de fora por não existirem mais ou serem grandes demais para este aplicativo: { $count }.
export-rest = É o quanto eu empacoto de uma vez. O restante vem com { $command }.
export-links = Cada link vale por { $time }, para quem o tiver: guarde-o só para você.
export-over = Este link terminou, ou nunca existiu. { $command } na sua conversa comigo dá um novo.
error-not-now = Já estou cuidando disso. Chega em instantes.
command-forget = Fazer-me esquecer você e tudo o que você fez
command-forget-names = esquecer, apagar-tudo
button-forget = 🗑 Esquecer tudo
forget-ask = Devo esquecer você? Então tudo isto some para sempre: as suas imagens e as que você enviou, as suas palavras e as traduções delas, as suas configurações e o seu histórico. Paro o que está sendo pintado e retiro as minhas mensagens com as suas imagens onde o aplicativo deixar. Ninguém pode desfazer.
    O que fica: imagens que outras pessoas fizeram a partir das suas, notas de admins com um número no lugar do seu nome, e cópias de segurança que quem me administra talvez guarde.
forget-export = Antes disso, { $command } entrega todas as suas imagens em um arquivo.
forget-also = Vale também para: { $who }.
forget-done = 🗑 Esquecido. As mensagens com as suas imagens somem uma após a outra. Se você me escrever de novo, será a primeira vez que nos encontramos.

## Help

help-text = Eu pinto o que você descreve, em qualquer língua. Envie:
    /imagine { $example }
help-examples = Estas costumam ficar boas:
help-example = • { $prompt }
help-commands = O que eu entendo:
help-command = { $command } – { $help }
help-more = Escolha um tema ou pergunte sobre uma palavra: /help { $word }
help-unknown = Não tenho uma página sobre “{ $word }”. Será uma destas?
help-flag = { $range ->
    [none] { $flag } – { $help }
   *[other] { $flag } – { $help } ({ $range })
}
help-group = • { $group }: { $names }
help-not-yet = Isto eu ainda não sei fazer.
help-back = ⬅️ Voltar

## Parameters

parameter-ratio = Proporção
parameter-ratio-help = Largura por altura. 16:9 é larga, 9:16 é alta, 1:1 é quadrada.
parameter-ratio-flags = proporção, proporcao, formato
parameter-size = Tamanho
parameter-size-help = Largura x altura da imagem em pixels. Tem prioridade sobre a proporção.
parameter-size-flags = tamanho, resolução
parameter-steps = Passos
parameter-steps-help = Quantas vezes o ruído é refinado. Mais passos demoram mais e dão mais detalhe; 20 a 30 costumam bastar.
parameter-steps-flags = passos, passo
parameter-cfg = Orientação
parameter-cfg-help = O quanto a imagem segue o prompt. Baixa é livre, alta é literal e mais dura.
parameter-cfg-flags = orientação, orientacao
parameter-sampler = Sampler
parameter-sampler-help = O método que tira o ruído. Suaves e artísticos: Euler, DDIM. Variados: os que têm “a” ou “SDE”. Nítidos e realistas: DPM++ 2M, UniPC, Heun.
parameter-sampler-flags = amostrador, método
parameter-seed = Semente
parameter-seed-help = O número de onde o ruído começa. A mesma semente e as mesmas palavras dão a mesma imagem.
parameter-seed-flags = semente
parameter-vary = Variação
parameter-vary-help = Quanto do ruído da semente é trocado por outro: 0 é a mesma imagem, 0.2 uma bem parecida, 1 outra. Em resposta a uma imagem, é ela que varia.
parameter-vary-flags = variar, variação, variacao
parameter-upscale = Ampliação
parameter-upscale-help = Em resposta a uma imagem, ou junto com uma: quantas vezes mais larga e alta ela fica.
parameter-upscale-flags = ampliar, ampliação, ampliacao
parameter-upscaler = Ampliador
parameter-upscaler-help = O que amplia uma imagem: model a repinta um pouco, plain a deixa mais nítida, e /models mostra os outros.
parameter-upscaler-flags = ampliador
parameter-noise_level = Nível de ruído
parameter-noise_level-help = Com o ampliador ×4 do próprio Stable Diffusion: quanto ruído ele põe antes na imagem. 0 guarda tudo, 20 é o usual, 100 inventa muito.
parameter-noise_level-flags = ruído
parameter-variations = Variações
parameter-variations-help = O ruído exato que é misturado, como a imagem o conta: sementes e quanto de cada uma, na ordem.
parameter-variations-flags = variações, variacoes
parameter-count = Quantidade
parameter-count-help = Quantas imagens fazer, cada uma com a sua semente.
parameter-count-flags = quantidade, imagens
parameter-negative = Sem
parameter-negative-help = O que a imagem não deve mostrar.
parameter-negative-flags = sem, negativo
parameter-strength = Força
parameter-strength-help = Com uma imagem de partida: o quanto se afastar dela. 0.3 retoca, 0.9 guarda pouco.
parameter-strength-flags = força, forca
parameter-image_cfg = Apego à imagem
parameter-image_cfg-help = Com um modelo que edita imagens como lhe dizem: o quanto ele se prende à imagem. 1 é livre, 2 muda pouco.
parameter-image_cfg-flags = apego
parameter-depth = Manter a profundidade
parameter-depth-help = Em resposta a uma imagem ou com ela, com um modelo de profundidade: o que está perto fica perto e o que está longe fica longe; o resto segue as palavras. --show-map mostra o que se mantém.
parameter-depth-flags = profundidade
parameter-clip_skip = Clip skip
parameter-clip_skip-help = Qual camada do codificador de texto é ouvida, contando da última. Muitos modelos de desenho pedem 2.
parameter-clip_skip-flags = pular-clip
parameter-vae = VAE
parameter-vae-help = Outro decodificador de /models transforma em pixels o que foi desenhado: mudam as cores e os detalhes finos.
parameter-vae-flags = decodificador
parameter-extend = Estender
parameter-extend-help = Em resposta a uma imagem: quantos pixels ela continua além das bordas. A própria imagem fica como está.
parameter-extend-flags = estender
parameter-zoom = Afastar
parameter-zoom-help = Em resposta a uma imagem: quantas vezes mais larga e alta fica a cena ao redor.
parameter-zoom-flags = afastar
parameter-tile = Sem emendas
parameter-tile-help = Uma imagem que se repete sem emenda, como azulejo, tecido e papel de parede. Com x só para os lados, com y só para cima e para baixo.
parameter-tile-flags = sem-emendas, azulejo
parameter-region = Parte
parameter-region-help = Em resposta a uma imagem ou com ela: a parte que é pintada de novo. left esquerda, right direita, top em cima, bottom embaixo, center centro ou background fundo; o resto fica.
parameter-region-flags = máscara, mascara
parameter-invert = A outra parte
parameter-invert-help = O que a máscara marca fica, e todo o resto é pintado de novo.
parameter-invert-flags = inverter
parameter-only = Só
parameter-only-help = Em resposta a uma imagem ou com uma: o que dela é pintado de novo, em palavras. Você vê a parte antes que algo seja pintado.
parameter-only-flags = somente
parameter-control = Controle
parameter-control-help = Em resposta a uma imagem ou junto com uma: o que dela se mantém enquanto o resto é pintado de novo. canny, lineart, softedge e scribble mantêm as linhas, depth o espaço, pose os corpos. Vários, separados por vírgulas.
parameter-control-flags = controlar
parameter-control_weight = Peso do controle
parameter-control_weight-help = Com que rigor a imagem dada é seguida: 0 é nada, 1 é como a rede aprendeu.
parameter-control_weight-flags = peso-controle
parameter-control_start = Controle desde
parameter-control_start-help = Quando a imagem dada começa a ser seguida: 0 desde o primeiro passo, 0.5 a partir da metade.
parameter-control_start-flags = inicio-controle
parameter-control_end = Controle até
parameter-control_end-help = Quando a imagem dada deixa de ser seguida: 1 com o último passo, 0.5 na metade.
parameter-control_end-flags = fim-controle
parameter-control_raw = Mapa pronto
parameter-control_raw-help = A imagem dada já é o que a rede espera, como linhas brancas sobre preto: nada é traçado nela.
parameter-control_raw-flags = controle-pronto
parameter-show_map = Mostrar o mapa
parameter-show_map-help = Mostra o que se tira da imagem dada, em vez de pintar com isso.
parameter-show_map-flags = mostrar-mapa
parameter-like = Como esta
parameter-like-help = Em resposta a uma imagem ou junto com uma: o que as suas palavras dizem é desenhado à semelhança dela, com o estilo e as coisas dela. Precisa de um IP-Adapter.
parameter-like-flags = como
parameter-like_weight = Semelhança
parameter-like_weight-help = Quanto a imagem dada conta ao lado das suas palavras: 0 é nada, 1 deixa pouco a elas.
parameter-like_weight-flags = semelhança
parameter-like_by = IP-Adapter
parameter-like_by-help = Qual IP-Adapter olha a imagem dada. /models mostra todos.
parameter-like_by-flags = como-com
parameter-frames = Quadros
parameter-frames-help = Quantas imagens levam da primeira à última: de cada descrição à seguinte, com | entre elas, ou a outra semente ou imagem. Chegam como animação.
parameter-frames-flags = quadros
parameter-loop = Ida e volta
parameter-loop-help = A animação volta ao começo antes de recomeçar.
parameter-loop-flags = ida-e-volta
parameter-place = Posição
parameter-place-help = Um só quadro, com | entre as descrições: 0 é a primeira, 1 a última e 0.5 a metade do caminho.
parameter-place-flags = posição
parameter-model = Modelo
parameter-model-help = Qual modelo desenha. /models mostra a lista.
parameter-model-flags = modelo
parameter-style = Estilo
parameter-style-help = Como a imagem fica, mostre o que mostrar. /style mostra todos; dois com uma vírgula vão juntos e none é sem nenhum.
parameter-style-flags = estilo
parameter-format = Formato
parameter-format-help = Que arquivo a imagem é. PNG guarda cada pixel; JPEG, WebP e AVIF são bem menores.
parameter-format-flags = formato
parameter-raw = Sem traduzir
parameter-raw-help = Dá o prompt ao modelo como está escrito, sem traduzir.
parameter-raw-flags = sem-traduzir, literal

## The guide: its chapters

guide-prompts-title = ✍️ Prompts
guide-prompts = O que você diz e como eu leio.
guide-settings-title = 🎛 Configurações
guide-settings = Os botões que mudam a imagem enquanto as palavras ficam iguais.
guide-pictures-title = 🖼 A partir de imagens
guide-pictures = O que dá para fazer com uma imagem que já existe.
guide-models-title = 🧠 Modelos
guide-models = Quem pinta e o que dá para ensinar.
guide-inside-title = ⚙️ Como funciona
guide-inside = O que acontece entre as suas palavras e a imagem.
guide-flags-title = 📋 Todas as opções
guide-flags = Escreva em qualquer lugar depois das suas palavras:

## The guide

guide-prompt-title = Prompt
guide-prompt-names = prompt, prompts, comando, palavras, descrição, texto
guide-prompt = O prompt é o que você me diz: as palavras que viram imagem. Diga primeiro o que é, depois a aparência, o lugar e a luz ou o estilo: “uma raposa vermelha na neve, luz do entardecer, aquarela”. Mude uma coisa de cada vez e você verá o que cada palavra faz.
guide-negative-title = Prompt negativo
guide-negative-names = negativo, prompt negativo, sem, excluir, evitar
guide-negative = O prompt negativo diz o que deve ficar fora da imagem. Escreva depois de --no: “um retrato --no óculos, texto”. Diga o nome das coisas: “óculos”, e não “não desenhe óculos”.
guide-weights-title = Pesos
guide-weights-names = pesos, peso, ênfase, parênteses
guide-weights = Com um peso, uma palavra vale mais ou menos que as vizinhas: (vermelho:1.4) deixa o vermelho mais importante, (vermelho:0.7) menos. Fique entre 0.5 e 1.5; acima disso a imagem fica áspera. Experimente “uma raposa na (neve funda:1.3)”.
guide-changing-title = Palavras que mudam
guide-changing-names = escolha, escolher, palavras ao acaso, chaves, colchetes, alternar, agendar
guide-changing = Com chaves eu escolho: carro {"{"}vermelho|azul{"}"} é um carro vermelho ou um azul, outro a cada vez e para cada imagem de um álbum; a mesma semente escolhe o mesmo. Com colchetes as palavras mudam enquanto eu pinto: [raposa:gato:0.5] começa como raposa e termina como gato, [gato:0.3] acrescenta o gato depois de um terço do caminho, [gato::0.3] o tira ali, e [raposa|gato] se revezam a cada passo. Um número de 1 em diante conta passos.

guide-steps-title = Passos
guide-steps-names = passos, passo, etapas, iterações
guide-steps = A imagem começa como puro ruído e fica um pouco mais limpa a cada passo. Com poucos, parece inacabada; com muitos, demora mais e logo quase não muda. Experimente 10 para um esboço rápido e 30 para a imagem final.
guide-seed-title = Semente
guide-seed-names = semente, seed, número aleatório, mesma imagem
guide-seed = Toda imagem cresce de um ruído ao acaso, e a semente é o número desse ruído. Mesmas palavras, mesmas configurações, mesma semente: a mesma imagem de novo. Guarde a semente e troque uma palavra, e só isso muda; com 🎲 vem uma nova, para outra ideia.
guide-guidance-title = Orientação (CFG)
guide-guidance-names = orientação, cfg, escala cfg, guidance
guide-guidance = A orientação, ou CFG, é o quanto eu sigo as suas palavras à risca. Valores baixos deixam espaço para surpresas; altos seguem cada palavra, mas as cores endurecem. Experimente um valor baixo, um médio e um alto com a mesma semente, como 2, 5 e 10.
guide-sampler-title = Sampler
guide-sampler-names = sampler, amostrador, método de amostragem, agendador
guide-sampler = O sampler é o método que tira o ruído. Há três grupos, e a imagem muda mais com o grupo do que com o nome. Guarde a semente e experimente um de cada.
guide-resolution-title = Tamanho e proporção
guide-resolution-names = resolução, tamanho, proporção, formato, largura, altura, pixels
guide-resolution = A resolução é quantos pontos (pixels) a imagem tem; a proporção é a sua forma. Um modelo pinta melhor perto do tamanho com que aprendeu; se for muito maior, as coisas aparecem duas vezes. Escolha a forma e deixe o tamanho com o modelo.
guide-strength-title = Força
guide-strength-names = força, imagem para imagem, img2img
guide-strength = Quando você parte de uma imagem, a força diz o quanto posso me afastar dela. Perto de 0.3 só retoca, 0.6 repinta com a mesma composição, 0.9 guarda pouco mais que as cores. Responda a uma imagem com /imagine, as suas palavras e --strength 0.5.

guide-variation-title = Variação
guide-variation-names = variação, variações, variante, outra versão
guide-variation = Uma variação é a mesma ideia de novo, com pequenas diferenças. Embaixo de cada imagem, ✨ faz uma bem parecida, 🌀 uma mais distante e 🎲 uma nova com as mesmas palavras. Se preferir escrever, responda a uma imagem com --vary 0.3: com 0 ela fica igual, com 1 é outra. Com --n 4 vêm quatro de uma vez.
guide-seamless-title = Sem emendas
guide-seamless-names = sem emendas, azulejo, padrão, textura, papel de parede
guide-seamless = Uma imagem sem emendas continua além das bordas com ela mesma: lado a lado, as cópias formam um só desenho grande, como azulejo, tecido e papel de parede. Escreva --tile depois das suas palavras e diga algo que encha a imagem: “flores azuis e folhas --tile”. Com --tile x ela se repete só para os lados, como uma faixa ou um panorama.
guide-sweep-title = Testar vários valores
guide-sweep-names = varredura, comparar, comparação, grade, folha de contato, vários valores, combinações
guide-sweep = Chaves com vírgulas testam cada palavra: uma bola {"{"}vermelha,azul,verde{"}"} dá três imagens. Quase todos os números e o sampler também aceitam vários valores: --steps 10,20,30, --cfg 2..8 para um intervalo, --cfg 2..8/4 para quatro valores dele, --sampler euler,ddim. Juntos dão todas as combinações, até 16 imagens com a mesma semente, em uma só folha; um número embaixo abre aquela imagem sozinha. Antes de começar digo quantas serão. Entre dois decimais escreva ponto e vírgula: --cfg 5;7.
guide-interpolation-title = Interpolação
guide-interpolation-names = interpolação, transição, mistura, morphing
guide-interpolation = A interpolação caminha de uma imagem a outra em pequenos passos, e uma raposa vira coruja aos poucos: imagens parecidas ficam perto umas das outras no espaço latente. Escreva /morph uma raposa vermelha | uma coruja branca: os quadros chegam como animação, com uma tira de alguns logo abaixo; um número abre aquele quadro. Com três descrições ou mais, o caminho fica mais longo. Responda a uma imagem com /morph deixe de noite, e ela será o começo; envie duas com /morph, e a primeira vira a segunda; --seed 7,8 vai de uma semente a outra. --frames 24 deixa mais suave, e --loop volta ao começo.
guide-inpainting-title = Inpainting
guide-inpainting-names = inpainting, máscara, retocar, remover objeto, consertar
guide-inpainting = O inpainting repinta só uma parte da imagem: você marca uma área, a máscara, e diz o que deve estar ali; o resto fica como está. Serve para tirar coisas, consertar rostos ou acrescentar o que falta. Marque um pouco mais do que quer mudar, para a luz e a sombra acompanharem. Ou diga o nome: --only "o chapéu" em resposta a uma imagem mostra antes a parte e a pinta quando você toca em Usar.
guide-editing-title = Editar com ordens
guide-editing-names = edição, editar, ordem, instrução, pix2pix
guide-editing = Alguns modelos aprenderam a fazer com uma imagem o que lhes dizem: “deixe de noite”, “pinte o carro de azul”, “ponha um chapéu”. Responda a uma imagem, ou envie uma foto sua, com --model e o nome de um modelo assim, e diga o que mudar como diria a uma pessoa. O que você não menciona fica como está. Se mudar pouco, baixe --image-cfg para 1.2 ou suba --cfg; se mudar demais, o contrário. Os outros modelos redesenham a imagem conforme as suas palavras.
guide-depth-title = Profundidade
guide-depth-names = profundidade, depth, composição, perto e longe
guide-depth = Um modelo de profundidade vê o quanto cada parte da imagem está perto ou longe e pinta outra cena na mesma disposição: a sala continua sala, a pose fica, e uma cabana vira castelo no mesmo lugar. Responda a uma imagem, ou envie uma foto, com --depth e descreva toda a cena nova. --show-map mostra o que o modelo vê: branco é perto, preto é longe. --strength 0.6 guarda mais das cores antigas; 1 guarda só a profundidade.
guide-outpainting-title = Outpainting
guide-outpainting-names = outpainting, estender, ampliar cena
guide-outpainting = O outpainting continua a imagem para além das bordas: mais céu, o resto da mesa, um retrato que vira cena. Embaixo de cada imagem, uma seta continua para o seu lado, 🔭 afasta e ⬜ a deixa quadrada; aperte de novo para ir mais longe. Se preferir escrever, responda a uma imagem, ou a uma foto sua, com --extend left=128,top=64 ou --zoom 1.5. A própria imagem fica exatamente como está. Se juntar palavras, descreva a cena inteira, e não só a parte nova; assim as duas combinam.
guide-upscaling-title = Ampliação
guide-upscaling-names = upscaling, ampliação, ampliar, aumentar, imprimir
guide-upscaling = A ampliação (upscaling) aumenta uma imagem pronta e acrescenta detalhes finos, em vez de só esticar os pontos. Escolha primeiro e amplie por último, porque demora. Uma boa impressão pede uns 120 pontos por centímetro. Embaixo de uma imagem, 🔍 a deixa duas ou quatro vezes mais larga e alta; o comando /upscale faz o mesmo com qualquer imagem.
guide-controlnet-title = ControlNet
guide-controlnet-names = controlnet, pose, esboço, profundidade
guide-controlnet = Com o ControlNet, uma segunda imagem conduz a primeira: as linhas, a profundidade ou a pose de alguém decidem a composição, e as suas palavras, o conteúdo. Responda a uma imagem, ou envie uma, com palavras e --control canny: as bordas ficam, o resto é novo. Um esboço escuro sobre claro é seguido como está. --control-weight 0.5 segue com mais liberdade, --control canny,depth toma duas coisas de uma vez (de duas imagens, uma de cada) e --show-map mostra o que é tirado. Guias claras e simples funcionam melhor. /models diz quais existem.
guide-like-title = Como outra imagem
guide-like-names = como, ip-adapter, ip adapter, estilo, referência, semelhança
guide-like = Uma imagem também pode ser um prompt: as suas palavras dizem o que se desenha, outra imagem diz como. Responda a uma imagem com palavras e --like, ou envie uma foto junto: o estilo, as cores e as coisas dela aparecem. Envie uma imagem em resposta a outra, com palavras e --like, e a primeira é pintada à semelhança da sua. --like-weight 0.3 pega só um toque, 1 deixa pouco às suas palavras, 0 é a imagem comum; --seed 7 --like-weight 0,0.4,0.8 mostra lado a lado. O modelo precisa de um IP-Adapter: /models mostra os que há aqui e --like-by escolhe um.

guide-model-title = Modelo
guide-model-names = modelo, modelos, pintor
guide-model = O modelo é quem pinta: um arquivo que aprendeu, com muitíssimas imagens, que aparência as palavras têm. Um faz boas fotos, outro bons desenhos. Veja quais existem com /models.
guide-checkpoint-title = Checkpoint
guide-checkpoint-names = checkpoint, ckpt, arquivo do modelo
guide-checkpoint = Um checkpoint é um modelo como foi salvo num momento do seu aprendizado: um pintor inteiro num arquivo de vários gigabytes. Há quem ensine um estilo a um deles e o compartilhe. Quem me mantém no ar pode colocar um na pasta de modelos, e ele aparece em /models.
guide-safetensors-title = Safetensors
guide-safetensors-names = safetensors, formato de arquivo
guide-safetensors = Safetensors é um formato de arquivo para modelos em que só cabem números. Arquivos antigos (.ckpt) podem esconder um programa que roda ao serem abertos; esses eu não abro. Ao baixar um modelo, escolha o arquivo que termina em .safetensors.
guide-lora-title = LoRA
guide-lora-names = lora, loras, complemento
guide-lora = Um LoRA é um pequeno complemento que ensina mais uma coisa ao modelo: um estilo, um personagem, um produto. É cem vezes menor que um checkpoint e trabalha em cima dele. No prompt escreve-se <lora:nome:0.8>; o número diz com que força ele age.
guide-embedding-title = Embedding
guide-embedding-names = embedding, incorporação, inversão textual
guide-embedding = Um embedding é um arquivo minúsculo que dá ao modelo uma palavra nova para algo que ele já quase sabe pintar. Para usar, escreva essa palavra no prompt. Os mais conhecidos representam um visual ou, depois de --no, tudo o que costuma dar errado.
guide-hypernetwork-title = Hypernetwork
guide-hypernetwork-names = hypernetwork, hiper-rede
guide-hypernetwork = Uma hypernetwork é uma segunda rede, pequena, que desvia o jeito como o modelo lê as suas palavras, quase sempre para um estilo. Era popular antes dos LoRAs, que são menores e fazem melhor. Se puder escolher, fique com um LoRA. Na descrição se escreve <hypernet:nome:0.7>; o número diz com que força ela age.
guide-dreambooth-title = DreamBooth
guide-dreambooth-names = dreambooth, treinar, treinamento
guide-dreambooth = O DreamBooth ensina ao modelo uma pessoa, um bicho ou um objeto específico com poucas fotos, e lhe dá uma palavra própria. O resultado é um checkpoint novo ou um LoRA. Dez fotos variadas valem mais que cem iguais, e antes de ensinar o rosto de alguém é preciso pedir permissão.

guide-diffusion-title = Difusão
guide-diffusion-names = difusão, stable diffusion, como funciona
guide-diffusion = A difusão é o meu jeito de pintar: começo com puro ruído e, passo a passo, tiro o que não se parece com as suas palavras. Aprendi ao contrário, com imagens que afundavam no ruído pouco a pouco. Por isso a imagem sai de uma névoa, e não pincelada por pincelada.
guide-noise-title = Ruído
guide-noise-names = ruído, granulado
guide-noise = O ruído é um chuvisco ao acaso, como o de uma televisão antiga. Toda imagem começa com ele, e a semente decide com qual. Observe uma imagem sendo pintada e você verá o ruído virar imagem.
guide-latent-title = Espaço latente
guide-latent-names = latente, espaço latente
guide-latent = Eu não pinto os pontos em si, mas uma forma pequena e condensada da imagem, no chamado espaço latente; só no fim ela se desdobra. Lá, o que se parece fica perto. É também por isso que os lados de uma imagem são múltiplos de 8 pontos.
guide-render-title = Renderização
guide-render-names = render, renderizar, renderização, gerar, tempo, velocidade
guide-render = Renderizar é calcular uma imagem a partir da descrição: o que faço entre “Começando a pintar” e a imagem pronta. Mais passos, mais pontos e mais imagens demoram mais. Então teste ideias com poucos passos e refaça a melhor com muitos.
guide-watermark-title = Marca-d'água
guide-watermark-names = marca d'água, marca dágua, assinatura, metadados, origem
guide-watermark = Uma marca-d'água diz de onde vem a imagem: visível como uma assinatura, ou escondida nos pontos ou no arquivo. Os arquivos originais que envio levam dentro as palavras e as configurações; os aplicativos de mensagens tiram isso das fotos. Toque em 📄 se quiser guardar como uma imagem foi feita. A partir de 256×256, as minhas imagens trazem também uma marca invisível que diz que uma máquina as fez; /info a encontra.

## When something is in the way

error-unknown = Algo deu errado do meu lado, desculpe. Se avisar quem administra o bot, informe o número { $incident }.
error-engine = Não consegui pintar, desculpe. Tente de novo. Se avisar quem administra o bot, informe o número { $incident }.
error-out-of-memory = Não há memória suficiente para esta imagem. Tente um --size menor. Número { $incident }.
error-broken-numbers = O modelo se perdeu desta vez. Tente outra semente ou um --cfg mais baixo. Número { $incident }.
error-device-lost = O pintor saiu por um momento. Tente de novo. Se avisar quem administra o bot, informe o número { $incident }.
error-empty-prompt = Diga o que devo pintar: não encontrei palavras.
error-prompt-too-long = São { $length } caracteres; consigo ler no máximo { $limit }.
error-too-many-texts = O seu prompt vira mais de { $limit } textos diferentes enquanto eu pinto. Use menos mudanças como [a|b] ou [a:b:0.5].
error-too-many-pictures = Seriam { $count } imagens, e faço no máximo { $limit } de uma vez. Tire alguns valores, por favor.
error-nothing-between = Uma transformação precisa de duas pontas: duas descrições com | entre elas, palavras em resposta a uma imagem, ou duas imagens. Por exemplo: /morph uma raposa vermelha | uma coruja branca
error-unknown-flag = { $nearest ->
    [none] Não conheço { $flag }. Em /help está tudo o que conheço.
   *[other] Não conheço { $flag }. Você quis dizer { $nearest }?
}
error-no-setting = “{ $flag }” não pode ser definido para todas as imagens. /settings mostra o que pode.
range = { $unit ->
    [pixels] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) } px
   *[other] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }
}
error-out-of-range = { $value ->
    [none] { $flag } precisa de um valor: { $range }.
   *[other] { $flag } não pode ser { $value }. Tente { $range }.
}
error-unknown-choice = { $nearest ->
    [none] { $flag } não pode ser “{ $value }”. Opções: { $choices }.
   *[other] { $flag } não pode ser “{ $value }”. Você quis dizer { $nearest }? Opções: { $choices }.
}
error-no-choices = Não há “{ $value }” para { $flag }: aqui ainda não se adicionou nada para isso.
error-misplaced-lora = Escreva { $tag } na descrição, não depois de { $flag }: age sobre a imagem inteira.
error-no-image = Isto precisa de uma imagem de partida: envie uma junto ou responda a uma.
error-surplus-image = São mais imagens do que isto usa: envie menos.
error-no-estimator = Nada aqui sabe ver “{ $kind }” em uma imagem. Envie um mapa pronto com { $flag }, ou peça --control canny, que eu mesmo traço.
error-bad-image = Não consigo ler esse arquivo como imagem. PNG, JPEG e WebP funcionam melhor.
error-too-large = Seriam { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels. Chego até { $limit } megapixels: escolha um fator menor, ou uma imagem menor.
error-bad-mask = { $fault ->
    [empty] Não há nada marcado nessa máscara: pinte de branco o que deve mudar e deixe o resto preto.
    [full] A imagem toda está marcada. Deixe de fora o que deve ficar, ou envie as palavras sem máscara para mudar tudo.
    [shape] Essa máscara tem outra forma que a imagem: pode ser maior ou menor, mas com a mesma proporção.
    [moving] Uma imagem animada não pode ser máscara: envie uma parada.
    [pages] Um arquivo de várias páginas não pode ser máscara: envie uma única imagem.
    [double] Diga qual parte é de um só jeito: com --only, ou com uma máscara ou uma região.
    [part] Isso não se faz com uma parte de uma imagem: use primeiro a parte e depois peça em resposta à imagem que sair.
   *[unmarked] Não encontro nenhuma marca nessa cópia. Desenhe com uma cor forte sobre o que deve mudar e envie de novo.
}
error-not-in-picture = Não encontro “{ $words }” nesta imagem.
error-image-not-fetched = Não consegui receber essa imagem. Envie de novo, por favor.
error-address-not-fetched = Nada veio do endereço da imagem. Ele está certo? Você também pode enviar a própria imagem.
error-no-words = Não achei palavras agora. Tente de novo daqui a pouco.
error-address-refused = { $why ->
    [off] Aqui não busco imagens em endereços. Envie a própria imagem, por favor.
   *[other] Só busco imagens na internet aberta, por https ou http. Envie a própria imagem, por favor.
}
error-not-a-picture = Posso partir de uma foto, de uma imagem enviada como arquivo ou de uma figurinha parada. De um vídeo, um GIF, uma figurinha animada ou um áudio não consigo: uma captura de tela funciona bem.
error-unseen = Não consigo ver a mensagem a que você responde: o Discord só me mostra o que é dito a mim. Se você quer usar a imagem dela, abra o menu dessa mensagem e escolha Aplicativos; se não, escreva para mim sem responder.
error-image-too-large = { $unit ->
    [megabytes] Essa imagem é grande demais: no máximo { $limit } MB.
    [megapixels] { $limit ->
        [one] Essa imagem é grande demais: no máximo { $limit } megapixel.
       *[other] Essa imagem é grande demais: no máximo { $limit } megapixels.
    }
   *[other] Essa imagem é grande demais: no máximo { $limit }.
}
error-canvas-too-large = Assim ela teria { $width } × { $height } pixels, e nenhum lado pode passar de { $limit }.
error-no-adapter = { $lacks ->
    [encoder] O IP-Adapter { $model } ainda não consegue ver imagens: falta o codificador de imagens. A pasta image_encoder fica ao lado dele.
   *[adapter] Aqui não há nenhum IP-Adapter para { $model }, e sem um não consigo desenhar como outra imagem.
}
error-bad-model = { $fault ->
    [damaged] O modelo { $model } não pode ser usado: o arquivo está danificado ou incompleto.
    [pickle] O modelo { $model } não pode ser usado: o formato dele pode esconder um programa, por isso só leio arquivos .safetensors. Dá para converter: docs/models.md explica como.
    [strange] O modelo { $model } não pode ser usado: é de um tipo que não sei usar.
    [unlike] { $model } não pode ser usado aqui: foi feito para outro tipo de modelo.
    [unfinished] O modelo { $model } ainda não pode ser usado: o download não terminou.
    [elsewhere] { $model } não é um modelo que pinte: o lugar dele é em outra pasta.
    [part] { $model } não pode pintar sozinho: é só uma parte de um modelo.
   *[other] O modelo { $model } não pode ser usado.
}
error-unfit-model = { $model ->
    [none] Nenhum modelo aqui sabe fazer isso.
   *[other] O modelo { $model } não sabe fazer isso: escolha outro ou tire --model.
}
error-noiseless = { $upscaler } não põe ruído na imagem: tire { $flag } ou escolha outro ampliador.
error-picture-needed = O modelo { $model } não desenha nada sem uma imagem: envie uma junto ou responda a uma.
error-not-allowed = Este bot é para quem foi convidado. Para entrar, passe o seu id a quem o administra: { $id }
error-not-yours = Isso é de outra pessoa.
error-not-found = Isso não está mais aqui.
error-withheld = 🔒 Está pronta, mas não é adequada para todos aqui, então não a mostro. Tente com outras palavras.
error-unlooked = 🔒 Está pronta, mas não consegui verificar se é adequada para todos aqui, então não a mostro. Tente de novo mais tarde.
error-too-many-jobs = { $limit ->
    [one] Você já tem { $limit } imagem na fila. Peça outra quando ela terminar.
   *[other] Você já tem { $limit } imagens na fila. Peça outra quando alguma terminar.
}
error-closing = Estou reiniciando. Tente de novo daqui a pouco.
error-not-for-all = 🔒 Não se sabe se esta imagem é adequada para todos, então nenhum link pode mostrá-la.
error-no-store = Não consigo guardar nada agora: meu armazenamento não está funcionando. Avise quem cuida de mim e tente de novo mais tarde.

## In a terminal

terminal-starting = Iniciando…
terminal-ready = O Lukis está pronto.
terminal-page = Página: { $address }
terminal-on = { $platform }: ligado.
terminal-off = { $platform }: desligado. Para ligar, ponha { $setting } no .env (veja { $file }).
terminal-open = Acesso: qualquer pessoa que encontrar o bot pode desenhar. Para mudar isso, ponha { $setting } no .env.
terminal-unmarked = Ela não traz a marca-d'água do Lukis.
terminal-head = A cabeça do cluster está em { $address }. Em cada uma das outras máquinas: copie para lá a chave { $key }, só para o dono dela, e depois: { $command }
terminal-worker = { $name } entrou em { $address }. Dispositivos para desenhar: { $devices }.
terminal-drain = { $name } não recebe nada de novo e desenha o que tem.
terminal-drain-none = Nenhuma máquina do cluster se chama { $name }. Há: { $names }.
terminal-drained = { $name } desenhou tudo o que tinha.
terminal-untold = Ela não diz como foi feita.
terminal-no-film = { $file }: um MP4 precisa do ffmpeg, que não está nesta máquina. Um nome terminado em .webp ou .gif funciona sem ele.
terminal-listed = { $count ->
    [one] Acesso: só { $count } da lista ALLOWED pode desenhar. Para mudar isso, ponha { $setting } no .env.
   *[other] Acesso: só os { $count } da lista ALLOWED podem desenhar. Para mudar isso, ponha { $setting } no .env.
}
terminal-backup = { $file }: o banco de dados e as imagens ({ $pictures }), { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-backup-words = { $file }: o banco de dados sem imagens, { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-restored = Tudo está como estava em { $date }. Imagens recuperadas: { $pictures }.
terminal-restored-before = O banco de dados que estava lá foi guardado: { $file }.
terminal-restore-occupied = Já existe um banco de dados: { $file }. Com { $flag } ele dá lugar ao outro e fica guardado ao lado do novo.
terminal-pruned = Imagens apagadas: { $pictures }. Isso libera { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-prune-dry = Imagens a apagar: { $pictures }, { NUMBER($size, maximumFractionDigits: 1) } MB. Nada foi apagado.
terminal-status = Lukis { $version }, funcionando há { $time }. Em: { $platforms }.
terminal-status-work = Esperando: { $waiting } · pintando: { $drawing } · entregando: { $delivering } · livre no disco: { NUMBER($space, maximumFractionDigits: 1) } GB
terminal-status-device = { $device }: linhas: { $rows } · pistas: { $lanes } · passos até agora: { $forwards } · modelos carregados: { $loads }
terminal-status-device-away = { $device }: não aceita nada agora; o registro diz por quê.
terminal-status-starting = Os dispositivos ainda estão iniciando.
terminal-status-queued = ⏳ Número { $position } na fila
terminal-status-queued-wait = ⏳ Número { $position } na fila: cerca de { $wait }
terminal-status-delivering = 📨 Entregando
terminal-status-more = … e mais { $count }
terminal-status-none = Nenhum Lukis está em execução em { $folder }. Para iniciar: { $command }

rented-page = Sua página: { $address }
rented-no-page = Deste notebook não se chega a nenhuma página. Escreva para o seu bot no Telegram ou no Discord.
rented-needs-token = Deste notebook não se chega a nenhuma página, então é preciso um token: escolha Telegram ou Discord na célula acima.
rented-token = Token do seu bot no { $platform }. Não é guardado em lugar nenhum; deixe vazio se não houver:
rented-running = O Lukis está rodando.
rented-off = O Lukis não está rodando.
rented-stopped = O Lukis terminou. Nada se perdeu.
rented-broke = O Lukis terminou sozinho; as linhas acima dizem por quê. Depois, execute esta célula de novo.
rented-kept = Imagens guardadas em { $folder }: { $count }.
rented-copied = A cópia mais nova de lá tem { $minutes } min.

doctor-data = Pasta de dados
doctor-data-free = { $folder } (livre, restam { NUMBER($space, maximumFractionDigits: 1) } GB)
doctor-data-used = { $folder } (em uso por um Lukis em execução, restam { NUMBER($space, maximumFractionDigits: 1) } GB)
doctor-data-full = { $folder }: restam só { NUMBER($space, maximumFractionDigits: 1) } GB, menos que { $setting }, então nada novo é aceito. Libere espaço ou deixe as imagens antigas serem apagadas (docs/keeping.md).
doctor-database = Banco de dados
doctor-database-none = ainda não existe; a primeira execução o cria
doctor-database-told = versão { $version }, { NUMBER($size, maximumFractionDigits: 1) } MB, cópias de antes das atualizações: { $backups }
doctor-tokens = Tokens
doctor-token-missing = { $platform } não definido
doctor-token-works = { $platform }: eu sou { $name }
doctor-token-bad = { $platform } não aceita o token. Copie-o de novo para { $setting } ({ $file }).
doctor-token-silent = { $platform } não responde em { $address }. Veja se esta máquina tem rede e se há um firewall ou proxy no caminho.
doctor-hook-fails = { $platform } não chega a { $address }: { $why }. Veja o proxy que fica na frente ({ $file }). À espera: { $waiting }.
doctor-chat-away = { $chat }: não estou lá, ou não posso olhar. Adicione-me, ou tire-o de { $setting }.
doctor-chat-lacks = { $chat }: faltam-me permissões ali: { $rights }. Dê-me essas permissões nas configurações do chat.
doctor-clock = Relógio
doctor-clock-right = igual ao do { $platform }
doctor-clock-wrong = a { $time } do relógio do { $platform }. Deixe o sistema acertá-lo pela rede (NTP).
doctor-clock-unknown = não há com quem comparar
doctor-page = Página
doctor-page-off = desligada
doctor-page-taken = Outro programa usa a porta { $port }. Encerre-o, ou escolha outra { $setting }.
doctor-page-nowhere = Esta máquina não consegue atender em { $address }. Escolha outro { $setting }; 127.0.0.1 sempre funciona.
doctor-translators = Tradutores
doctor-translators-off = nenhum: os textos ficam como foram escritos
doctor-translator-works = { $name } responde
doctor-translator-silent = { $name } não responde
doctor-translators-none = Assim, textos em outras línguas ficam como estão. Veja a rede, ou ponha { $name } em { $setting }, que não precisa dela.
doctor-access = Acesso
doctor-access-told = { $access }, permitidos: { $allowed }, administradores: { $admins }
doctor-quotas = Cotas
doctor-quotas-none = sem arquivo: ninguém tem limite
doctor-quotas-told = { $file } (classes: { $classes }, tipos de chats: { $chats })
doctor-torch-told = { $version } em { $devices }
doctor-cpu = a CPU
doctor-models = Modelos
doctor-cluster = Cluster
doctor-cluster-machine = { $name } ({ $address }), dispositivos: { $devices }
doctor-cluster-other = A cabeça roda outra versão que esta máquina: { $differs }. Instale a mesma nas duas.
doctor-cluster-open = { $ports }: respondem a qualquer um, sem chave. Feche-as para todos ({ $file }).
doctor-safety = Filtro de segurança
doctor-safety-off = desligado
doctor-safety-works = { $policy }, { $chats } com regra própria; ele distingue as imagens
doctor-model-coming = { $model } ainda não está aqui: baixados { NUMBER($done, maximumFractionDigits: 2) } de { NUMBER($size, maximumFractionDigits: 2) } GB; { $command } baixa o resto

## The page

page-skip = Ir para o prompt
page-sections = Seções
page-chat = Conversa
page-gallery = Galeria
page-language = Língua
page-theme = Claro ou escuro
page-headline = O que vamos pintar?
page-tagline = Descreva uma imagem em qualquer língua. Ou comece por uma destas:
page-first-fox = uma raposa na neve
page-first-rocket = um foguete no espaço
page-first-elephant = um elefante azul na grama
page-first-wizard = um mago na floresta
page-first-house = uma casa à noite
page-first-penguin = um pinguim e uma pizza na praia
page-take = Escrever isto de novo
page-retry = Editar e tentar de novo
page-earlier = Palavras anteriores
page-earlier-empty = As palavras das suas imagens ficam aqui, assim que houver alguma.
page-help = Ajuda
page-help-examples = Experimente um destes
page-help-options = Opções
page-help-option = Escritas depois das suas palavras, como { $value }. A maioria também está nas configurações.
page-help-keys = Teclas
page-keys-single = Atalhos de uma só letra ou sinal
page-key-write = Escrever
page-key-commands = Comandos
page-key-settings = Configurações
page-key-help = Esta ajuda
page-key-turn = Folhear as imagens grandes
page-key-delete = Apagar a imagem grande
page-key-undo = Trazer de volta o que foi excluído
page-key-close = Fechar, ou deixar aquilo de que as palavras tratam
page-key-before = O que você escreveu antes, com a caixa vazia
page-advanced = Avançado
page-how = Como foi feita?
page-restore = Usar as palavras e as configurações dela
page-restored = As palavras estão na caixa, e as configurações, escolhidas.
page-you = Você:
page-prompt = O que pintar
page-placeholder = Descreva uma imagem, em qualquer língua…
page-placeholder-change = O que deve ser diferente?
page-words-missing = Diga com palavras o que fazer com a imagem.
page-words-answer = Escreva primeiro a sua resposta.
page-count = { $count } de { $limit } caracteres
page-send = Pintar
page-attach = Partir de uma imagem
page-drop = Solte a imagem aqui
page-settings = Configurações
page-settings-reset = Voltar ao automático
page-auto = Automático
page-random = Aleatório
page-out-of-range = Deve ficar entre { $least } e { $most }.
page-sampler-soft = Suaves e artísticos
page-sampler-varied = Variados
page-sampler-crisp = Nítidos e realistas
page-commands = Comandos
page-remove = Remover
page-changing = Mudando esta imagem
page-answering = Respondendo
page-from-file = A partir desta imagem
page-source = A sua imagem
page-change = Mudar
page-again = Outra versão desta
page-delete = Apagar esta
page-deleted = Apagada.
page-undo = Desfazer
page-open = Ver em tamanho grande
page-picture = Imagem
page-picture-alt = Imagem: { $prompt }
page-picture-of = Imagem { $number } de { $count }: { $prompt }
page-preview = A imagem enquanto toma forma
page-progress = Progresso
page-newest = Ir para a mais recente
page-queue = Em andamento
page-queue-count = Em andamento: { $count }
page-cancel-one = Cancelar: { $prompt }
page-cancel-all = Cancelar tudo
page-newer = Mais nova
page-older = Mais antiga
page-close = Fechar
page-previous = Imagem anterior
page-next = Próxima imagem
page-copy-prompt = Copiar o prompt
page-copy-seed = Copiar a semente { $seed }
page-copied = Copiado.
page-download = Baixar o original
page-part = Mudar uma parte
page-draw = Desenhar
page-done = Pronto
page-redo = Refazer
page-clear = Limpar tudo
page-invert = Trocar o marcado pelo resto
page-canvas = Tela
page-canvas-keys = As setas movem o pincel, Espaço pinta e Shift com uma seta pinta uma linha. Mais e menos aproximam e afastam, os colchetes mudam o tamanho, B é o pincel e E a borracha.
page-brushes = Ferramentas
page-brush = Pincel
page-eraser = Borracha
page-move = Mover a imagem
page-brush-size = Tamanho do pincel
page-farther = Afastar
page-fit = Imagem inteira
page-nearer = Aproximar
page-colours = Cores
page-colour-own = A sua própria cor
page-colour-black = Preto
page-colour-grey = Cinza
page-colour-white = Branco
page-colour-red = Vermelho
page-colour-orange = Laranja
page-colour-yellow = Amarelo
page-colour-green = Verde
page-colour-blue = Azul
page-colour-purple = Roxo
page-colour-pink = Rosa
page-colour-brown = Marrom
page-marked = Mudando a parte listrada
page-marked-share = { $value } marcado
page-drawn = A partir do seu desenho
page-placeholder-part = O que deve haver na parte listrada?
page-placeholder-drawing = É um desenho de quê?
page-mask-empty = Primeiro passe o pincel no que deve mudar.
page-mask-full = A imagem toda está marcada. Deixe de fora o que deve ficar.
page-drawing-empty = Primeiro desenhe algo.
page-cannot-draw = Esta imagem não pode ser mostrada aqui, então não há onde desenhar.
page-gallery-empty = Ainda não há nada aqui. As suas imagens vão aparecer aqui quando estiverem prontas.
page-favourite = Favorita
page-favourites = Favoritas
page-favourites-empty = Ainda não há favoritas. O ⭐ abaixo de uma imagem faz dela uma favorita.
page-details = Sobre esta imagem
page-made-from = Feita a partir de
page-became = Deu origem a
page-copy = Copiar
page-share = Compartilhar
page-shared-until = Quem tiver o link vê a imagem até { $time }.
page-unshare = Encerrar o link
shared-link = Por { $time }, quem tiver o link verá esta imagem e as palavras dela.
shared-ended = Nenhum link mostra mais esta imagem.
shared-drawn = Desenhada com o Lukis, a partir destas palavras.
shared-try = Desenhar uma imagem
shared-over = Este link não mostra mais nada.
page-compare = Comparar
page-compared = Quanto se vê da imagem anterior
page-before = Antes
page-after = Depois
about-prompt = Prompt
about-english = Em inglês
about-loras = LoRAs
about-created = Pedida em
about-seconds = Pintada em
about-took = { $seconds } s
page-search = Busque nas suas imagens
page-search-example = Palavra, modelo, dia…
page-search-empty = Nada encontrado. Com menos palavras pode aparecer mais.
page-select = Selecionar
page-select-one = Selecionar: { $prompt }
page-select-most = No máximo { $limit } de uma vez.
page-selected = Selecionadas: { $count }
page-picked = Imagens selecionadas
page-delete-them = Apagar
page-zip = Baixar em zip
page-zip-large = É demais para um só arquivo. Selecione menos.
page-zip-gone = Algumas já não estão aqui. Recarregue a página.
page-offline = O Lukis não responde. Tentando de novo…
page-not-sent = Não foi possível enviar. O Lukis está rodando?
page-no-tools = Não foi possível buscar esta parte da página. O Lukis está rodando?
page-malformed = Não consegui ler isso. Recarregue a página, por favor.
page-too-fast = Que rapidez! Me dê alguns segundos.
page-cookie = Esta página precisa de um cookie para distinguir você dos outros. Permita e recarregue a página.
page-not-vouched = Não consegui saber quem é você. Feche e abra de novo a partir da nossa conversa, por favor.
page-who = Quem você é aqui
page-sign-in = Entrar com { $platform }
page-signed-in = Você é { $name } do { $platform }: as mesmas imagens, o mesmo histórico.
page-sign-out = Sair
page-not-signed-in = Você não entrou. Tente mais uma vez, por favor.

## Discord

discord-prompt = prompt
discord-prompt-help = O que você quer ver, em qualquer língua
input-image = Imagem
input-image-help = Uma imagem de partida: as suas palavras a mudam
input-mask = Máscara
input-mask-help = Branco onde a imagem é pintada de novo, preto onde fica como está
input-other = Outra imagem
input-other-help = Com --control de vários tipos: a imagem de onde vêm todos menos o primeiro
input-like = Como
input-like-help = Uma imagem com que a sua deve parecer: o estilo e as coisas dela; as suas palavras dizem o que se desenha
input-end = Última imagem
input-end-help = Com --frames: a imagem em que a primeira se transforma
discord-about = sobre
discord-about-help = Uma palavra ou um tema, por exemplo passos
discord-page = página
discord-page-help = Qual página; a 1 é a mais nova
discord-words = palavras
discord-words-help = Quais imagens: palavras do prompt, --model, 2026-11, ontem
discord-language = língua
discord-language-help = A língua que devo falar
discord-change = mudança
discord-change-help = Por exemplo --steps 30 --ar 16:9, ou: reset steps
discord-file = arquivo
discord-file-help = A imagem, como arquivo
discord-second = segunda
discord-second-help = Mais uma imagem para misturar.
discord-third = terceira
discord-third-help = Mais uma imagem para misturar.
discord-fourth = quarta
discord-fourth-help = Mais uma imagem para misturar.
discord-fifth = quinta
discord-fifth-help = Mais uma imagem para misturar.
discord-job = número
discord-job-help = O número da sua imagem, como no nome do arquivo.
discord-private = privado
discord-private-help = Mostrar a imagem e tudo o que vier dela só para mim
discord-menu = Imaginar a partir desta
discord-info = Como foi feita?
discord-upscale = Ampliar
discord-again = Pintar de novo
discord-describe = O que há nela?
discord-english = O inglês que pinto
discord-no-form = Não consegui abrir o campo para as suas palavras. Escolha “{ $menu }” mais uma vez, por favor.

## For those in charge of a chat, and whoever runs me

button-report = 🚩 Denunciar
button-remove = 🗑 Remover
button-warn = ✋ Avisar
button-ban = ⛔ Banir
button-dismiss = ✅ Deixar
report-thanks = Obrigado. Quem cuida daqui vai olhar.
report-nobody = Não há ninguém cuidando daqui a quem eu possa avisar.
report-many = Obrigado. Quem cuida daqui já tem muito para olhar; tente mais tarde, por favor.
report-seen = Quem cuida daqui já olhou esta imagem.
report-told = 🚩 Denunciaram uma imagem. É de { $person }, em { $chat }:
report-listed = 🚩 Uma lista encontrou “{ $line }”. É de { $person }, em { $chat }:
report-closed =
    { $deed ->
         [remove] ✅ { $name } removeu a imagem.
         [warn] ✅ { $name } avisou quem a fez.
         [ban] ✅ { $name } baniu quem a fez e removeu a imagem.
        *[dismiss] ✅ { $name } deixou como está.
    }
report-done =
    { $deed ->
         [remove] Removida.
         [warn] Avisado.
         [ban] Banido, e a imagem foi removida.
        *[dismiss] Fica como está.
    }
report-done-already = Já está resolvido: outro admin foi mais rápido.
report-outcome =
    { $deed ->
         [remove] O que você denunciou foi visto: a imagem se foi. Obrigado.
         [warn] O que você denunciou foi visto: pedimos mais consideração a quem a fez. Obrigado.
         [ban] O que você denunciou foi visto: a imagem se foi, e quem a fez não pinta mais. Obrigado.
        *[dismiss] O que você denunciou foi visto: a imagem pode ficar. Obrigado por se importar.
    }
report-warning = 🙏 Quem cuida daqui pede consideração: outras pessoas veem o que você pinta.
command-moderate = Para admins: listas de palavras, banimentos, pausas e mais
command-moderate-names = moderar, admin
moderate-how = O que você pode enviar como admin:
    /moderate test … – o que as listas fariam com umas palavras, e por quê
    /moderate block …, spoiler …, report …, allow … – ponha uma palavra numa lista: não é pintada, é pintada escondida, você fica sabendo, ou nunca é encontrada
    /moderate lists, /moderate drop … – veja as listas deste chat, tire uma palavra
    /moderate ban …, unban … – deixe alguém de fora, pelo id ou em resposta a uma imagem
    /moderate limit …, unlimit – quantas imagens cabem em uma hora ou um dia, para este chat ou uma pessoa
    /moderate pause, resume – não aceitar nada novo; o que está em andamento termina
    /moderate say … – dizer algo aqui em meu nome
    /moderate stats, log, reports – quem pinta quanto, o que os admins fizeram, e as denúncias abertas
moderate-how-operators = /moderate broadcast …, stop – dizer algo a todos os chats, e recolher o que ainda não saiu
    Banimentos, pausas, estatísticas e registro valem para todos os chats, ou para este com “here” no fim.
moderate-test-how = Envie as palavras junto: /moderate test …
moderate-test-nothing = ✅ Nenhuma lista encontra nada. Em inglês: { $english }
moderate-test-english = Em inglês: { $english }
moderate-test-found =
    { $list ->
         [block] ⛔ Não é pintado:
         [spoiler] 🙈 É pintado, mas escondido até tocarem:
        *[report] 🚩 É pintado, e os admins ficam sabendo:
    } { $where ->
         [bot] “{ $line }”, das listas para todos os chats.
        *[chat] “{ $line }”, das listas deste chat.
    }
moderate-lists =
    { $count ->
         [one] As listas deste chat têm { $count } linha.
        *[other] As listas deste chat têm { $count } linhas.
    }
moderate-line = • { $list }: { $line }
moderate-full = As listas deste chat estão cheias: cabem { $limit } linhas.
moderate-bad-line =
    { $why ->
         [long] Essa linha é longa demais.
         [empty] Não há nenhuma letra nessa linha.
         [pattern] Isso não é uma expressão regular.
         [all] Isso encontraria tudo.
        *[slow] Essa expressão demora demais com alguns textos.
    }
moderate-added = ✅ Agora está na lista { $list }: { $line }
moderate-known = Já está na lista { $list }: { $line }
moderate-dropped = ✅ Não está mais em nenhuma lista deste chat: { $line }
moderate-no-line = Não está em nenhuma lista deste chat: { $line }
moderate-who = Quem é? Responda a uma imagem da pessoa ou envie um id junto, como telegram:123.
moderate-banned =
    { $where ->
         [everywhere] ⛔ Não aceito nada novo de { $person }, em nenhum chat.
        *[here] ⛔ Não aceito nada novo de { $person } neste chat.
    } { $count ->
         [one] { $count } imagem parada.
        *[other] { $count } imagens paradas.
    }
moderate-banned-already = { $person } já está banido.
moderate-unbanned = ✅ { $person } pode pintar de novo.
moderate-not-banned = { $person } não está banido.
moderate-limit-how = Quantas e em quanto tempo? Para este chat inteiro: /moderate limit 50/day. Para uma pessoa, por id ou em resposta a uma imagem dela: /moderate limit telegram:123 5/hour. /moderate unlimit tira o limite.
moderate-limit-all = este chat inteiro
moderate-limited = ✅ { $whom } – { $kind }: { $limit }
moderate-limits = Limites que os administradores definiram aqui:
moderate-limits-none = Nenhum administrador definiu um limite aqui.
moderate-limit-line = • { $whom } – { $kind }: { $limit }
moderate-unlimited = ✅ Sem limite de um administrador: { $whom }
moderate-not-limited = Nenhum administrador definiu um limite para { $whom }.
moderate-paused =
    { $where ->
         [everywhere] ⏸ Não aceito nada novo, em nenhum chat. O que está em andamento termina.
        *[here] ⏸ Não aceito nada novo neste chat. O que está em andamento termina.
    }
moderate-resumed =
    { $where ->
         [everywhere] ▶️ Volto a pintar em todos os chats.
        *[here] ▶️ Volto a pintar neste chat.
    }
moderate-reports = Denúncias abertas, enviadas a você em particular: { $count }
moderate-say-how = Envie as palavras junto.
moderate-said = ✅ Dito.
moderate-broadcast =
    { $count ->
         [one] 📣 A caminho de { $count } chat.
        *[other] 📣 A caminho de { $count } chats.
    } /moderate stop recolhe o que ainda não saiu.
moderate-stopped =
    { $count ->
         [one] ✋ { $count } chat não vai receber.
        *[other] ✋ { $count } chats não vão receber.
    }
moderate-stats = Últimos { $days } dias: pessoas { $people } · pedidos { $jobs } · imagens { $pictures }
moderate-busy = Esperando ou sendo pintadas agora: { $count }
moderate-stats-line = • { $name } ({ $person }): imagens { $pictures } · pedidos { $jobs }
moderate-log = O que os admins fizeram, página { $number }:
moderate-log-line = • { $when } { $name } – { $what } { $about } ({ $chat })
error-not-admin = Isto é para admins. Se é você que me mantém, ponha seu id em ADMINS: { $id }
error-banned = Um admin decidiu que não aceito nada novo de você aqui. Se acha que é engano, fale com ele.
error-paused = Não aceito nada novo neste momento. O que está esperando será terminado; tente mais tarde, por favor.
error-over-quota =
    { $whose ->
         [chat] Por agora este chat já teve tudo o que pode pedir
        *[person] Por agora você já teve tudo o que pode pedir
    } ({ $kind }: { $limit }). Haverá lugar para isto de novo em { $wait }.
error-too-much-at-once = Isso é demais de uma vez: { $asked }, e cabem no máximo { $limit } ({ $kind }). Peça menos, por favor.
error-too-large-here = Isso é maior do que você pode pedir aqui: { $size } megapixels, e { $limit } é o máximo.
error-not-that-model = O modelo { $model } não está entre os que você pode usar aqui: { $choices }.
error-blocked = Isto eu não pinto aqui. Tente com outra coisa, por favor.
discord-order = ordem
discord-order-help = O que deve ser feito. Vazio: o que existe
