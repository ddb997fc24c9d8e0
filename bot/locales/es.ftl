### Español. Qué significa cada mensaje y qué reglas sigue: en.ftl y docs/interface.md.

language-name = Español
language-names = español, espanol, castellano, spanish

## While a job waits and runs

status-waiting = 🎨 Preparándolo todo…
status-sweep = Van a ser { $count } imágenes.
status-morph = Van a ser { $count } fotogramas.
status-queued = ⏳ { $position ->
    [1] Eres el siguiente.
   *[other] Puesto { $position } en la cola.
}
status-queued-wait = ⏳ { $position ->
    [1] Eres el siguiente: aproximadamente { $wait }.
   *[other] Puesto { $position } en la cola: aproximadamente { $wait }.
}
status-start = 🔌 Se está encendiendo una máquina; tarda aproximadamente { $time }.
status-started = 🎨 Empiezo a pintar…
status-larger = 🔍 Ampliando a { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }
status-larger-time = 🔍 Ampliando a { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) }: aproximadamente { $time }
status-progress = 🎨 Pintando: { NUMBER($share, style: "percent") }
find-found = 🎯 Creo que «{ $words }» está aquí: la parte rayada se pinta de nuevo, lo demás se queda. No se pinta nada hasta que lo digas.
status-cancelled = ✋ Cancelado.
status-over = ✅ Ya está terminado.
status-parting = ⏳ Esto tarda más de lo que puedo responder aquí. Te envío la imagen en privado si puedo; /history la muestra en cualquier caso.

## Results

result-english = En inglés: { $english }
result-looked-for = Lo que busqué, en inglés: { $english }
result-joined = Añadido a lo que muestra la imagen: { $english }
result-without = Queda fuera de la imagen: { $negative }
result-word-for-word = Palabra por palabra, con el diccionario incluido: ningún servicio de traducción respondió.
result-dictionary = Palabra por palabra, con el diccionario incluido.
result-not-translated = Ahora mismo nadie pudo traducirlo, así que lo pinté tal como lo escribiste.
result-translator = Traducido por { $provider }.
result-person = Con tu propio inglés.
result-draws = Soy un modelo pequeño y conozco pocas cosas. Prueba con: { $examples }
result-narrowed = { $model } no dibuja en { $asked }: lo más parecido es { $size }.
result-unheard = { $model ->
    [none] Con la guía en 1, al modelo no se le dice qué dejar fuera. Con un --cfg más alto, sí.
   *[other] A { $model } no se le puede decir qué dejar fuera.
}
notice-lora-in-part = Solo el { NUMBER($share, style: "percent") } del LoRA { $lora } encaja en { $model }; el resto no tiene efecto.
notice-guessed-mask = Tomé tu imagen por la máscara: lo marcado o blanco en ella se pinta de nuevo. Envíala sin responder si querías cambiarla a ella.
notice-first-frame = La imagen que enviaste se mueve: tomé solo su primer fotograma.
notice-first-page = El archivo que enviaste tiene varias páginas: tomé solo la primera.
notice-read-as = Leído como: { $told }.
notice-no-meaning = Aquí nada hace eso, así que no tuvo efecto: { $flags }
notice-not-here = Los ajustes piden algo que aquí no hay: { $things }
notice-default-away = Ahora no se puede usar { $wanted }; en su lugar pinta { $model }.
notice-held-back =
    { $count ->
        [one] No muestro una imagen porque no es apta para todos aquí.
       *[other] No muestro { $count } imágenes porque no son aptas para todos aquí.
    }
result-deleted = 🗑 Borrado.
result-smaller = Enviada más pequeña, en JPEG: el original es demasiado grande para este chat.
result-not-taken = 🖼 Está lista, pero este chat no acepta la imagen. Escríbeme /history en privado y la verás.
result-held-back = 🔒 Aquí no la muestro porque no es apta para todos.
result-facts = semilla { $seed } · { $size } · { $steps ->
    [one] { $steps } paso
   *[other] { $steps } pasos
} · { $sampler } · cfg { $cfg } · { $model }
result-redrawn = semilla { $seed } · { $size } · { $steps ->
    [one] { $steps } paso
   *[other] { $steps } pasos
} · cfg { $cfg }
result-own = { $name } { $value }
result-frames = fotogramas { $count }

## Buttons

button-cancel = ✋ Cancelar
button-reroll = 🎲 Otra versión
button-subtle = ✨ Variar un poco
button-strong = 🌀 Variar mucho
button-remix = 📝 Editar
button-upscale = 🔍 Ampliar ×{ $times }
button-left = ⬅️ Izquierda
button-right = ➡️ Derecha
button-up = ⬆️ Arriba
button-down = ⬇️ Abajo
button-zoom = 🔭 Alejar
button-square = ⬜ Hacer cuadrada
button-invert = 🔁 La otra parte
button-use = ✅ Usarla
button-original = 📄 Archivo original
button-one = 🖼 { $number }
button-original-one = 📄 { $number }
button-delete = 🗑 Borrar
button-undo = ↩️ Deshacer
button-show = 🖼 Ver de nuevo
button-star = ⭐ Favorita
button-again = 🎨 Pintarla otra vez
button-version = 🎨 { $number }
button-use-it = 🎨 Usarlo
button-own-words = ✏️ Mis palabras
button-raw = Usar mis palabras
button-edit = ✏️ Editar traducción
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = Cancelado.
toast-too-late = Demasiado tarde: ya está lista.
toast-deleted = Borrado.
toast-undone = Ya está de vuelta.
toast-starred = ⭐ Ya está entre tus favoritas: /favourites las muestra todas.
toast-unstarred = Ya no está entre tus favoritas.
toast-language = Ahora hablo español.

## Commands

command-imagine = Pinta una imagen a partir de palabras
command-imagine-names = dibuja, imagina, pinta, crea
command-morph = Convierte una imagen en otra, como animación
command-morph-names = transforma, anima, transición
command-history = Mira tus imágenes
command-history-names = historial, galería, galeria
command-favourites = Mira tus favoritas
command-favourites-names = favoritas, favoritos, estrellas
command-info = Ver cómo se hizo una imagen
command-info-names = info, receta
command-upscale = Ampliar una imagen con más detalle
command-upscale-names = ampliar, agrandar
command-blend = Mezcla de dos a cinco imágenes en una
command-blend-names = mezclar, fusionar
command-shorten = Ver qué palabras cuentan y versiones más cortas
command-shorten-names = acortar, abreviar
command-describe = Decir con palabras lo que muestra una imagen
command-describe-names = describir, descripción
command-expand = Enriquecer un prompt corto, para verlo antes
command-expand-names = ampliar-texto, enriquecer
command-show = Mostrar otra vez una imagen tuya, por su número
command-show-names = mostrar, enseñar
command-again = Pintar otra vez una imagen tuya, por su número
command-again-names = otra, repetir
command-cancel = Detén tus imágenes en cola o en proceso
command-cancel-names = cancelar, cancela, parar
command-help = Cómo funciona y qué significa cada palabra
command-help-names = ayuda, guía, guia
command-models = Qué modelos pueden pintar
command-models-names = modelos
command-style = Estilos: cómo se ven las imágenes
command-style-names = estilo, estilos
command-settings = Elegir lo que vale para todas mis imágenes
command-settings-names = ajustes, preferencias
command-language = Elige el idioma en que hablo
command-language-names = idioma
command-start = Saluda
command-start-names = hola, empezar

# Styles: what each is called
style-choose = Estilos, { $number } de { $total }. Pulsa uno para tu próximo prompt, o escribe { $flag } y su nombre.
style-use = Usar
style-example = un zorro
style-how = Para guardar cómo se ve una imagen, respóndele con /style save y un nombre; las palabras que siguen rodean el prompt. /style delete y el nombre lo olvida.
style-saved = Guardado como { $flag }. Esto rodea el prompt: { $frame }
style-full = Ya tienes { $limit } estilos. /style delete y un nombre hacen sitio.
style-unfit = “{ $name }” no puede ser un estilo: tiene llaves, barras o ninguna letra.
style-deleted = { $name } queda olvidado.
style-none = No tienes ningún estilo llamado { $name }.
style-save-names = guardar
style-delete-names = borrar, eliminar, olvidar
style-photo = Fotografía
style-portrait = Retrato
style-cinematic = Cine
style-noir = Cine negro
style-polaroid = Foto instantánea
style-macro = Macrofotografía
style-watercolor = Acuarela
style-oil = Óleo
style-gouache = Témpera
style-ink = Tinta
style-sketch = Boceto a lápiz
style-charcoal = Carboncillo
style-pastel = Pasteles
style-impressionist = Impresionismo
style-ukiyoe = Estampa japonesa
style-woodcut = Xilografía
style-glass = Vidriera
style-mosaic = Mosaico
style-batik = Tela batik
style-anime = Animación japonesa
style-manga = Manga japonés
style-comic = Cómic
style-pixel = Arte de píxeles
style-lowpoly = Pocos polígonos
style-clay = Plastilina
style-paper = Papel recortado
style-neon = Luces de neón
style-cyberpunk = Ciberpunk
style-fantasy = Fantasía
style-vaporwave = Retro rosa

imagine-how = Dime qué quieres que pinte, en cualquier idioma. Por ejemplo:
    /imagine { $example }
form-how = Elige abajo lo que quieras. Después envía tus palabras: en respuesta a este mensaje o, en privado, a continuación.
form-edit = Cambia abajo lo que quieras y píntala otra vez, o responde a este mensaje con otras palabras.
form-paint = 🎨 Pintar
imagine-example = un zorro rojo en la nieve --ar 16:9
message-hint = Dibujo lo que escribes, en cualquier idioma. Por ejemplo:
    { $example }
forwarded-offer = Son palabras de otra persona. ¿Las dibujo?
changed-offer = Las palabras han cambiado. ¿Dibujo esto ahora?
offer-drawn = Voy con ello.
group-hello = ¡Hola a todos! Tres cosas que conviene saber:
    • /imagine y lo que quieres ver, en cualquier idioma: lo dibujo aquí, a la vista de todos.
    • Responde a una de mis imágenes con palabras y la cambio.
    • Los administradores eligen lo que vale aquí con /settings chat y mantienen el orden con /moderate; /help cuenta el resto.
greeting-names = hola, buenas, buenos días, buenas tardes, buenas noches, gracias, muchas gracias, vale, sí, no, prueba, qué tal, cómo estás, quién eres
called-how = Escribe lo que quieres ver justo antes o después de mi nombre, en cualquier idioma, o responde así a una imagen. Por ejemplo:
    @Lukis { $example }
history-empty = Todavía no tienes imágenes. Envía /imagine y lo que quieres ver.
history-empty-here = Todavía no tienes imágenes hechas en este chat. En un chat privado conmigo, /history muestra todas las tuyas.
history-page = { $number } de { $total }
history-page-here = { $number } de { $total } de este chat
favourites-empty = Todavía no tienes favoritas. Con ⭐ debajo de una imagen la guardas como favorita.
favourites-empty-here = Todavía no tienes favoritas de este chat. En un chat privado conmigo, /favourites muestra todas las tuyas.
favourites-page = ⭐ Tus favoritas
favourites-page-here = ⭐ Tus favoritas de este chat
history-today = hoy
history-yesterday = ayer
found-page = 🔎 Lo que buscabas, lo más nuevo primero
found-page-here = 🔎 Lo que buscabas, de este chat
found-empty = No encontré ninguna imagen tuya con eso.
found-empty-here = No encontré ninguna imagen tuya de este chat con eso. En un chat privado conmigo, /history busca en todas.
cancel-none = No tienes nada en cola ni en proceso.
cancel-done = { $count ->
    [one] Detuve { $count } imagen.
   *[other] Detuve { $count } imágenes.
}
edit-ask = Responde a este mensaje con el texto en inglés que quieres que pinte. Ahora dice:
    { $english }
info-how = Responde a una imagen con /info, o envía una, y te digo cómo se hizo.
info-days = { $days ->
    [one] Guardo las imágenes { $days } día y después las borro.
   *[other] Guardo las imágenes { $days } días y después las borro.
}
info-budget = Guardo las imágenes mientras ocupen juntas menos de { NUMBER($size, maximumFractionDigits: 1) } GB; después se borran las más antiguas.
quota-kind =
    { $what ->
         [work]
            { $span ->
                 [day] trabajo en 24 horas
                *[hour] trabajo en una hora
            }
        *[pictures]
            { $span ->
                 [day] imágenes en 24 horas
                *[hour] imágenes en una hora
            }
    }
quota-used =
    { $whose ->
         [chat] 📊 Este chat, { $kind }: { $used } de { $limit }
        *[person] 📊 Tú, { $kind }: { $used } de { $limit }
    }
upscale-how = Responde a una imagen con { $command }, o envía una, y la hago el doble de ancha y alta. { $command } 4 la hace cuatro veces mayor.
blend-how = Envía de { $least } a { $most } imágenes con { $command }, también por su dirección, o responde a una con otra, y pinto lo que hay entre ellas.
shorten-how = Escribe un prompt después de { $command } y te digo qué palabras cuentan, con versiones más cortas.
shorten-told = Lo que más cuenta: { $words }
shorten-short = Cuenta cada palabra: no sobra nada.
describe-how = Responde a una imagen con { $command }, o envía una, o su dirección, y digo lo que muestra.
describe-told = Así la veo:
expand-how = Escribe un prompt corto después de { $command } y lo hago más rico. Lo ves antes de que se pinte nada.
expand-off = Aquí nadie ha puesto un modelo para { $command }. Quien me administra puede hacerlo con { $setting }.
expand-told = Más rico:
show-how = Escribe el número de una imagen después de { $command }: { $command } 12.
again-how = Escribe el número de una imagen después de { $command }, o envíalo en respuesta a una imagen: { $command } 12.
aside-draw = 🎨 Pintar «{ $words }»
aside-open = 🎨 Pintar conmigo
again-told = 📋 Esta imagen dice cómo se hizo. El botón la pinta otra vez; para cambiar algo, envía esto con tus cambios:
    { $command }
again-untold = Esta imagen no dice cómo se hizo: los chats lo quitan de las fotos, así que envíala como archivo. Para cambiar la imagen, respóndele con palabras.
again-source = Se hizo a partir de otra imagen, que no está en su archivo: envía el comando en respuesta a esa.
again-given = Hashes de las imágenes de las que se hizo: { $pictures }
again-mask = La parte que se pintó de nuevo se marcó a mano, y eso no lo puede decir un comando: envía también esa máscara.
again-model = El modelo { $model } no está aquí, así que pinta otro.
again-loras = Estos LoRA no están aquí, así que quedan fuera: { $names }
again-beyond = Queda fuera, porque aquí no puedo hacerlo: { $things }
again-alike = Se hizo con { $program }: la mía será parecida, no igual.
again-alike-other = Se hizo con otro programa: la mía será parecida, no igual.
again-marked = Lleva la marca de agua invisible de Lukis.
models-title = Modelos que pueden pintar:
models-line = • { $name }: { $title }
models-how = Elige uno con --model, por ejemplo: /imagine un zorro rojo --model { $name }
models-instead = Sin --model, pinta { $name }.
models-loras = LoRA, se escriben <lora:{ $name }:0.8>: { $names }
models-triggers = Entre paréntesis: las palabras del prompt que activan el LoRA.
models-embeddings = Embeddings, se escriben con su nombre: { $names }
models-tagged = Embeddings que son palabras corrientes, se escriben <emb:{ $name }>: { $names }
models-controls = ControlNets, que se usan con --control sobre una imagen: { $names }
models-upscalers = Ampliadores, --upscaler { $name }: { $names }
models-adapters = IP-Adapters, con --like y una imagen: { $names }
models-hypernets = Hiperredes, se escriben <hypernet:{ $name }:0.7>: { $names }
models-vaes = VAE, --vae { $name }: { $names }
beside-models = Modelos
beside-loras = LoRA
beside-embeddings = Embeddings
beside-controls = ControlNet
beside-likes = IP-Adapter
beside-upscalers = Ampliadores
beside-hypernets = Hiperredes
beside-vaes = VAE
models-one = { $name }, { $number } de { $total }
models-use = Usar este modelo
models-examples = Dibuja bien: { $words }
models-styles = Sus estilos: { $words }
models-licence = Licencia: { $name }
beside-choose = { $kind }, { $number } de { $total }: pulsa uno para usarlo en tu próximo prompt.
beside-ready = Listo para tu próximo prompt. Cópialo y pon tus propias palabras:
beside-reply = Listo para una imagen. Envía esto en respuesta a una:
beside-triggers = Palabras que lo despiertan: { $words }
beside-back = Todos los tipos
models-renamed = Con otro nombre, porque el suyo ya lo tiene otro: { $names }
models-passed-over = No están en la lista (solo lo ven los administradores):
models-passed-over-line = • { $why } ({ $reason })
models-passed-over-more = … y { $count } más: «{ $command }» los nombra todos.
language-ask = ¿En qué idioma te hablo?
language-auto = Como mi aplicación
welcome = ¡Hola! Soy Lukis y pinto imágenes a partir de palabras, en cualquier idioma.
    /imagine { $example }
    Responde a una imagen con palabras para cambiarla. En /help te cuento más.

## One person on several apps

command-link = Úsame en otra aplicación como la misma persona
command-link-names = vincular, enlazar, unir
command-unlink = Separa lo que unió /link
command-unlink-names = desvincular, separar
discord-code = código
discord-code-help = El código que te di en la otra aplicación. Vacío: uno nuevo
button-join = 🔗 Unir
account-private = Aquí leen también otros. Envíame { $command } en un chat privado, por favor.
link-code = 🔗 Envíame esto en la otra aplicación, dentro de { $time }:
    { $command }
    Así tus imágenes, ajustes y límites serán los mismos allí y aquí. No se lo digas a nadie: quien lo envíe verá tus imágenes.
link-with = Ya van contigo: { $who }.
link-ask = ¿Esta persona también eres tú: { $who }? Si es así, uno las dos: imágenes, ajustes y límites pasan a ser los mismos, y cada lado los ve y puede borrarlos todos. Si el código te lo envió otra persona, déjalo.
link-done = 🔗 Para mí, { $who } y tú sois ahora la misma persona. /history lo muestra todo. { $command } os separa otra vez.
link-told = 🔗 Desde ahora { $who } es la misma persona que tú, por el código que recibiste aquí. Si no eres tú, envía { $command } enseguida.
unlink-done = Aquí vuelves a ir por tu cuenta. Lo que pediste aquí se queda aquí; lo que pediste en otro sitio, allí. Tus ajustes valen en ambos lados.
unlink-none = Aquí no hay nada unido a ti. { $command } lo hace.
error-bad-code = Ese código es incorrecto o demasiado antiguo. Envía /link en la otra aplicación para tener uno nuevo.
error-own-code = Allí ya eres la misma persona: un código es para la otra aplicación.
error-too-many-guesses = Han sido demasiados códigos incorrectos. Puedes probar otro en { $wait }.
error-too-many-joined = Puedo unir { $limit } como máximo. Envía /unlink donde ya no lo necesites.
## Settings

settings-title = { $whose ->
    [chat] Ajustes de este chat:
   *[mine] Tus ajustes:
}
settings-line = { $name }: { $value }
settings-none = No hay nada ajustado: las imágenes salen como mejor las pinta el modelo.
settings-chats = De este chat: { $settings }
settings-how = Lo ajustado vale mientras no digas otra cosa: { $example }. Se quita con { $reset }.
settings-how-chat = Para todos los de aquí lo ajustan los admins con { $command }.
settings-choose = { $whose ->
    [chat] ¿Con qué se pintan las imágenes de este chat?
   *[mine] ¿Con qué se pintan tus imágenes?
}
settings-type = Cualquier otro valor: { $command }
settings-pictures = 🎨 Imágenes
settings-language = 🌐 Idioma
settings-reset = ↩️ Quitar todo
settings-to-chat = 👥 Este chat
settings-to-mine = 👤 Los míos
settings-unset = Sin ajustar
settings-back = Volver
settings-on = sí
settings-off = no
settings-chat-names = chat, grupo
settings-reset-names = reset, quitar, restablecer
setting-files = { $way ->
    [on] 📎 Como archivo: sí
   *[off] 📎 Como archivo: no
}
setting-previews = { $way ->
    [off] 👁 Vista previa: no
   *[on] 👁 Vista previa: sí
}
setting-rerolls = { $way ->
    [mine] 🎲 Otra versión: autor
   *[all] 🎲 Otra versión: todos
}
setting-safety = { $way ->
    [spoiler] 🛡 No apto: oculto
    [block] 🛡 No apto: retenido
   *[usual] 🛡 No apto: como aquí
}
command-export = Obtén todas tus imágenes, palabras y ajustes en un archivo
command-export-names = exportar, descargar
export-done = 📦 Imágenes, con sus palabras y parámetros: { $count }. Archivos: { $files }.
export-left = Quedan fuera porque ya no están o son demasiado grandes para esta aplicación: { $count }.
export-rest = Es todo lo que empaqueto de una vez. El resto llega con { $command }.
export-links = Cada enlace vale durante { $time } para quien lo tenga: guárdalo para ti.
export-over = Este enlace ya terminó, o nunca lo fue. { $command } en tu chat conmigo te da uno nuevo.
error-not-now = Ya estoy en ello. Llega enseguida.
command-forget = Haz que te olvide a ti y todo lo que hiciste
command-forget-names = olvidar, olvídame, borrar-todo
button-forget = 🗑 Olvidar todo
forget-ask = ¿Te olvido? Entonces todo esto desaparece para siempre: tus imágenes y las que enviaste, tus palabras y sus traducciones, tus ajustes y tu historial. Detengo lo que se esté pintando y retiro mis mensajes con tus imágenes donde la aplicación me deje. Nadie puede deshacerlo.
    Lo que queda: imágenes que otros hicieron a partir de las tuyas, notas de admins con un número en lugar de tu nombre, y copias de seguridad que guarde quien me administra.
forget-export = Antes, { $command } te da todas tus imágenes en un archivo.
forget-also = También vale para: { $who }.
forget-done = 🗑 Olvidado. Los mensajes con tus imágenes desaparecen uno tras otro. Si me escribes otra vez, nos conoceremos por primera vez.

## Help

help-text = Pinto lo que describes, en cualquier idioma. Envía:
    /imagine { $example }
help-examples = Esto suele quedar bien:
help-example = • { $prompt }
help-commands = Lo que entiendo:
help-command = { $command } – { $help }
help-more = Elige un tema o pregunta por una palabra: /help { $word }
help-unknown = No tengo ninguna página sobre “{ $word }”. ¿Estará entre estas?
help-flag = { $range ->
    [none] { $flag } – { $help }
   *[other] { $flag } – { $help } ({ $range })
}
help-group = • { $group }: { $names }
help-not-yet = Esto todavía no sé hacerlo.
help-back = ⬅️ Atrás

## Parameters

parameter-ratio = Proporción
parameter-ratio-help = Ancho por alto. 16:9 es apaisado, 9:16 es vertical, 1:1 es cuadrado.
parameter-ratio-flags = proporción, proporcion, formato
parameter-size = Tamaño
parameter-size-help = Ancho x alto de la imagen en píxeles. Tiene prioridad sobre la proporción.
parameter-size-flags = tamaño, tamano, resolución, resolucion
parameter-steps = Pasos
parameter-steps-help = Cuántas veces se afina el ruido. Con más, tarda más y gana detalle; suele bastar con 20 a 30.
parameter-steps-flags = pasos, paso
parameter-cfg = Guía
parameter-cfg-help = Hasta qué punto la imagen sigue el prompt. Un valor bajo da libertad; uno alto es más literal y más duro.
parameter-cfg-flags = guía, guia
parameter-sampler = Sampler
parameter-sampler-help = El método que quita el ruido. Suaves y artísticos: Euler, DDIM. Variados: los que llevan “a” o “SDE”. Nítidos y realistas: DPM++ 2M, UniPC, Heun.
parameter-sampler-flags = muestreador, método, metodo
parameter-seed = Semilla
parameter-seed-help = El número del que parte el ruido. La misma semilla y las mismas palabras dan la misma imagen.
parameter-seed-flags = semilla
parameter-vary = Variación
parameter-vary-help = Cuánto del ruido de la semilla se cambia por otro: 0 es la misma imagen, 0.2 una muy parecida, 1 otra distinta. Si respondes a una imagen, se varía esa.
parameter-vary-flags = variar, variación, variacion
parameter-upscale = Ampliación
parameter-upscale-help = En respuesta a una imagen, o junto con una: cuántas veces más ancha y alta se hace.
parameter-upscale-flags = ampliar, ampliación, ampliacion
parameter-upscaler = Ampliador
parameter-upscaler-help = Con qué se amplía una imagen: model la vuelve a pintar un poco, plain la afila, y /models muestra los demás.
parameter-upscaler-flags = ampliador
parameter-noise_level = Nivel de ruido
parameter-noise_level-help = Con el ampliador ×4 propio de Stable Diffusion: cuánto ruido pone primero en la imagen. 0 la guarda toda, 20 es lo normal, 100 inventa mucho.
parameter-noise_level-flags = ruido
parameter-variations = Variaciones
parameter-variations-help = El ruido exacto que se mezcla, como lo cuenta una imagen: semillas y cuánto de cada una, en su orden.
parameter-variations-flags = variaciones
parameter-count = Cantidad
parameter-count-help = Cuántas imágenes hacer, cada una con su semilla.
parameter-count-flags = cantidad, imágenes, imagenes
parameter-negative = Sin
parameter-negative-help = Lo que no debe aparecer en la imagen.
parameter-negative-flags = sin, negativo
parameter-strength = Fuerza
parameter-strength-help = Si partes de una imagen: cuánto alejarse de ella. 0.3 la retoca, 0.9 conserva poco.
parameter-strength-flags = fuerza
parameter-image_cfg = Apego a la imagen
parameter-image_cfg-help = Con un modelo que edita imágenes como se le dice: cuánto se apega a la imagen. 1 es libre, 2 cambia poco.
parameter-image_cfg-flags = apego
parameter-depth = Conservar la profundidad
parameter-depth-help = En respuesta a una imagen o con ella, con un modelo de profundidad: lo cercano sigue cerca y lo lejano lejos; lo demás sigue a las palabras. --show-map muestra lo que se conserva.
parameter-depth-flags = profundidad
parameter-clip_skip = Clip skip
parameter-clip_skip-help = Qué capa del codificador de texto se escucha, contando desde la última. Muchos modelos de dibujo piden 2.
parameter-clip_skip-flags = saltar-clip
parameter-vae = VAE
parameter-vae-help = Otro decodificador de /models convierte en píxeles lo dibujado: cambian los colores y los detalles finos.
parameter-vae-flags = decodificador
parameter-extend = Extender
parameter-extend-help = En respuesta a una imagen: cuántos píxeles sigue más allá de sus bordes. La imagen misma queda como está.
parameter-extend-flags = extender
parameter-zoom = Alejar
parameter-zoom-help = En respuesta a una imagen: cuántas veces más ancha y alta se vuelve la escena a su alrededor.
parameter-zoom-flags = alejar
parameter-tile = Sin costuras
parameter-tile-help = Una imagen que se repite sin que se note la unión, como azulejos, telas y papel pintado. Con x solo a los lados, con y solo de arriba abajo.
parameter-tile-flags = sin-costuras, mosaico
parameter-region = Parte
parameter-region-help = En respuesta a una imagen o con ella: la parte que se pinta de nuevo. left izquierda, right derecha, top arriba, bottom abajo, center centro o background fondo; lo demás se queda.
parameter-region-flags = máscara, mascara
parameter-invert = La otra parte
parameter-invert-help = Lo que marca la máscara se queda y todo lo demás se pinta de nuevo.
parameter-invert-flags = invertir
parameter-only = Solo
parameter-only-help = En respuesta a una imagen o con una: qué se pinta de nuevo en ella, con palabras. Ves la parte antes de que se pinte nada.
parameter-only-flags = solo
parameter-control = Control
parameter-control-help = En respuesta a una imagen o con una: qué se conserva de ella mientras lo demás se pinta de nuevo. canny, lineart, softedge y scribble conservan sus líneas, depth su espacio, pose los cuerpos. Varios, separados por comas.
parameter-control-flags = controlar
parameter-control_weight = Peso del control
parameter-control_weight-help = Con qué rigor se sigue la imagen dada: 0 es nada, 1 es como la red aprendió.
parameter-control_weight-flags = peso-control
parameter-control_start = Control desde
parameter-control_start-help = Cuándo empieza a seguirse la imagen dada: 0 desde el primer paso, 0.5 desde la mitad.
parameter-control_start-flags = inicio-control
parameter-control_end = Control hasta
parameter-control_end-help = Cuándo deja de seguirse la imagen dada: 1 con el último paso, 0.5 en la mitad.
parameter-control_end-flags = fin-control
parameter-control_raw = Mapa terminado
parameter-control_raw-help = La imagen dada ya es lo que la red espera, como líneas blancas sobre negro: no se calca nada de ella.
parameter-control_raw-flags = control-listo
parameter-show_map = Mostrar el mapa
parameter-show_map-help = Muestra lo que se toma de la imagen dada, en vez de pintar con ello.
parameter-show_map-flags = mostrar-mapa
parameter-like = Como esta
parameter-like-help = En respuesta a una imagen o con una: lo que dicen tus palabras se dibuja a semejanza de ella, con su estilo y sus cosas. Hace falta un IP-Adapter.
parameter-like-flags = como
parameter-like_weight = Semejanza
parameter-like_weight-help = Cuánto cuenta la imagen dada junto a tus palabras: 0 es nada, 1 les deja poco.
parameter-like_weight-flags = semejanza
parameter-like_by = IP-Adapter
parameter-like_by-help = Qué IP-Adapter mira la imagen dada. /models los enumera.
parameter-like_by-flags = como-con
parameter-frames = Fotogramas
parameter-frames-help = Cuántas imágenes llevan de la primera a la última: de cada descripción a la siguiente, con | entre ellas, o a otra semilla u otra imagen. Llegan como animación.
parameter-frames-flags = fotogramas
parameter-loop = Ida y vuelta
parameter-loop-help = La animación vuelve a su comienzo antes de empezar de nuevo.
parameter-loop-flags = ida-y-vuelta
parameter-place = Posición
parameter-place-help = Un solo fotograma, con | entre las descripciones: 0 es la primera, 1 la última y 0.5 la mitad del camino.
parameter-place-flags = posición
parameter-model = Modelo
parameter-model-help = Qué modelo dibuja. /models los enumera.
parameter-model-flags = modelo
parameter-style = Estilo
parameter-style-help = Cómo se ve la imagen, muestre lo que muestre. /style los enseña; none es sin ninguno.
parameter-style-flags = estilo
parameter-format = Formato
parameter-format-help = Qué archivo es la imagen. PNG guarda cada píxel; JPEG, WebP y AVIF ocupan mucho menos.
parameter-format-flags = formato
parameter-raw = Sin traducir
parameter-raw-help = Da el prompt al modelo tal como está escrito, sin traducirlo.
parameter-raw-flags = sin-traducir, literal

## The guide: its chapters

guide-prompts-title = ✍️ Prompts
guide-prompts = Lo que dices y cómo lo leo.
guide-settings-title = 🎛 Ajustes
guide-settings = Los mandos que cambian la imagen mientras las palabras siguen igual.
guide-pictures-title = 🖼 Desde una imagen
guide-pictures = Lo que se puede hacer con una imagen que ya existe.
guide-models-title = 🧠 Modelos
guide-models = Quiénes pintan y qué se les puede enseñar.
guide-inside-title = ⚙️ Cómo funciona
guide-inside = Lo que pasa entre tus palabras y la imagen.
guide-flags-title = 📋 Todas las opciones
guide-flags = Escríbelas donde quieras después de tus palabras:

## The guide

guide-prompt-title = Prompt
guide-prompt-names = prompt, prompts, indicación, palabras, descripción, texto
guide-prompt = El prompt es lo que me dices: las palabras que se vuelven imagen. Nombra primero la cosa, luego su aspecto, el lugar y la luz o el estilo: “un zorro rojo en la nieve, luz de tarde, acuarela”. Cambia una sola cosa cada vez y verás qué hace cada palabra.
guide-negative-title = Prompt negativo
guide-negative-names = negativo, prompt negativo, sin, excluir, evitar
guide-negative = El prompt negativo dice qué no debe aparecer en la imagen. Escríbelo después de --no: “un retrato --no gafas, texto”. Nombra las cosas tal cual: “gafas”, y no “no dibujes gafas”.
guide-weights-title = Pesos
guide-weights-names = pesos, peso, énfasis, paréntesis
guide-weights = Con un peso, una palabra cuenta más o menos que sus vecinas: (rojo:1.4) da más importancia al rojo, (rojo:0.7) menos. Quédate entre 0.5 y 1.5; más allá la imagen se vuelve áspera. Prueba “un zorro en la (nieve profunda:1.3)”.
guide-changing-title = Palabras que cambian
guide-changing-names = elección, elegir, palabras al azar, llaves, corchetes, alternar, programar
guide-changing = Con llaves elijo yo: coche {"{"}rojo|azul{"}"} es un coche rojo o uno azul, cada vez otro y para cada imagen de un álbum; la misma semilla elige lo mismo. Con corchetes las palabras cambian mientras pinto: [zorro:gato:0.5] empieza como zorro y acaba como gato, [gato:0.3] añade el gato tras un tercio del camino, [gato::0.3] lo quita ahí, y [zorro|gato] se alternan en cada paso. Un número de 1 en adelante cuenta pasos.

guide-steps-title = Pasos
guide-steps-names = pasos, paso, iteraciones
guide-steps = La imagen empieza siendo puro ruido y se limpia un poco con cada paso. Con pocos parece sin terminar; con muchos tarda más y pronto apenas cambia. Prueba 10 para un boceto rápido y 30 para la imagen final.
guide-seed-title = Semilla
guide-seed-names = semilla, seed, número aleatorio, misma imagen
guide-seed = Cada imagen crece a partir de ruido al azar, y la semilla es el número de ese ruido. Con las mismas palabras, ajustes y semilla sale otra vez la misma imagen. Conserva la semilla y cambia una palabra: solo cambiará eso. Con 🎲 tienes una nueva para otra idea.
guide-guidance-title = Guía (CFG)
guide-guidance-names = guía, cfg, escala cfg, guidance
guide-guidance = La guía, o CFG, indica hasta qué punto sigo tus palabras al pie de la letra. Los valores bajos dejan sitio a la sorpresa; los altos siguen cada palabra, pero los colores se endurecen. Prueba un valor bajo, uno medio y uno alto con la misma semilla, por ejemplo 2, 5 y 10.
guide-sampler-title = Sampler
guide-sampler-names = sampler, muestreador, método de muestreo, planificador
guide-sampler = El sampler es el método con el que se quita el ruido. Hay tres grupos, y la imagen cambia más con el grupo que con el nombre. Conserva la semilla y prueba uno de cada.
guide-resolution-title = Tamaño y proporción
guide-resolution-names = resolución, tamaño, proporción, formato, aspecto, ancho, alto, píxeles
guide-resolution = La resolución es cuántos puntos (píxeles) tiene la imagen; la proporción, su forma. Un modelo pinta mejor cerca del tamaño con el que aprendió; si es mucho mayor, las cosas salen dos veces. Elige la forma y deja el tamaño al modelo.
guide-strength-title = Fuerza
guide-strength-names = fuerza, imagen a imagen, img2img
guide-strength = Cuando partes de una imagen, la fuerza dice cuánto puedo alejarme de ella. Cerca de 0.3 la retoca, 0.6 la repinta con la misma composición, 0.9 conserva poco más que los colores. Responde a una imagen con /imagine, tus palabras y --strength 0.5.

guide-variation-title = Variación
guide-variation-names = variación, variaciones, variante, otra versión
guide-variation = Una variación es la misma idea otra vez, con pequeñas diferencias. Bajo cada imagen, ✨ hace una muy parecida, 🌀 una más lejana y 🎲 una nueva con las mismas palabras. Si prefieres escribir, responde a una imagen con --vary 0.3: con 0 queda igual, con 1 es otra. Con --n 4 tienes cuatro de golpe.
guide-seamless-title = Sin costuras
guide-seamless-names = sin costuras, mosaico, azulejo, patrón, textura, papel pintado
guide-seamless = Una imagen sin costuras continúa más allá de sus bordes consigo misma: sus copias, una junto a otra, forman un solo dibujo grande, como azulejos, telas y papel pintado. Escribe --tile después de tus palabras y nombra algo que llene la imagen: «flores azules y hojas --tile». Con --tile x se repite solo a los lados, como una cenefa o un panorama.
guide-sweep-title = Probar varios valores
guide-sweep-names = barrido, comparar, comparación, cuadrícula, hoja de contactos, varios valores, combinaciones
guide-sweep = Las llaves con comas prueban cada palabra: una pelota {"{"}roja,azul,verde{"}"} da tres imágenes. Casi todos los números y el sampler también admiten varios valores: --steps 10,20,30, --cfg 2..8 para un intervalo, --cfg 2..8/4 para cuatro valores de él, --sampler euler,ddim. Juntos dan todas las combinaciones, hasta 16 imágenes con la misma semilla, en una sola hoja; un número debajo abre esa imagen sola. Antes de empezar digo cuántas serán. Entre dos decimales escribe punto y coma: --cfg 5;7.
guide-interpolation-title = Interpolación
guide-interpolation-names = interpolación, transición, mezcla, morphing
guide-interpolation = La interpolación va de una imagen a otra en pasos pequeños: un zorro se vuelve búho, porque las imágenes parecidas están cerca en el espacio latente. Escribe /morph un zorro rojo | un búho blanco: los fotogramas llegan como animación, con una tira de algunos debajo; un número abre ese fotograma. También caben tres descripciones. Responde a una imagen con /morph hazlo de noche y empezará con ella; envía dos con /morph y la primera se volverá la segunda; --seed 7,8 va de una semilla a otra. --frames 24 lo hace más suave y --loop lo devuelve a su comienzo.
guide-inpainting-title = Inpainting
guide-inpainting-names = inpainting, máscara, retocar, borrar objeto, reparar
guide-inpainting = El inpainting repinta solo una parte: marcas una zona, la máscara, y dices qué debe haber ahí; lo demás se queda como está. Sirve para quitar cosas, arreglar caras o añadir lo que falta. Marca un poco más de lo que quieres cambiar, para que la luz y la sombra se adapten. O nómbralo: --only "el sombrero" en respuesta a una imagen te muestra primero la parte y la pinta cuando pulsas Usarla.
guide-editing-title = Editar con órdenes
guide-editing-names = edición, editar, orden, instrucción, pix2pix
guide-editing = Algunos modelos han aprendido a hacer con una imagen lo que se les dice: «hazlo de noche», «pon el coche azul», «añade un sombrero». Responde a una imagen, o envía una foto tuya, con --model y el nombre de un modelo así, y di qué cambiar como se lo dirías a una persona. Lo que no nombras se queda como está. Si cambia demasiado poco, baja --image-cfg a 1.2 o sube --cfg; si cambia demasiado, al revés. Los demás modelos vuelven a dibujar la imagen según tus palabras.
guide-depth-title = Profundidad
guide-depth-names = profundidad, depth, composición, cerca y lejos
guide-depth = Un modelo de profundidad ve qué tan cerca o lejos está cada parte de una imagen y pinta otra escena con la misma disposición: la sala sigue siendo sala, la pose se queda y una cabaña se vuelve castillo en el mismo sitio. Responde a una imagen, o envía una foto, con --depth y describe toda la escena nueva. --show-map muestra lo que ve el modelo: blanco es cerca, negro es lejos. --strength 0.6 guarda más de los colores de antes; 1 guarda solo la profundidad.
guide-outpainting-title = Outpainting
guide-outpainting-names = outpainting, ampliar, extender
guide-outpainting = El outpainting continúa la imagen más allá de sus bordes: más cielo, el resto de la mesa, un retrato que se vuelve escena. Bajo cada imagen, una flecha la continúa hacia su lado, 🔭 aleja y ⬜ la hace cuadrada; pulsa otra vez para ir más lejos. Si prefieres escribir, responde a una imagen, o a una foto tuya, con --extend left=128,top=64 o --zoom 1.5. La imagen misma queda exactamente como está. Si añades palabras, describe la escena entera y no solo la parte nueva; así las dos encajan.
guide-upscaling-title = Ampliación
guide-upscaling-names = upscaling, ampliación, agrandar, imprimir
guide-upscaling = La ampliación (upscaling) hace más grande una imagen terminada y le añade detalle fino en lugar de solo estirar los puntos. Elige primero y amplía al final, porque tarda. Una buena impresión pide unos 120 puntos por centímetro. Bajo una imagen, 🔍 la hace dos o cuatro veces más ancha y alta; el comando /upscale hace lo mismo con cualquier imagen.
guide-controlnet-title = ControlNet
guide-controlnet-names = controlnet, pose, boceto, profundidad
guide-controlnet = Con ControlNet una segunda imagen guía a la primera: sus líneas, su profundidad o la pose de alguien deciden la composición, y tus palabras el contenido. Responde a una imagen, o envía una, con palabras y --control canny: sus bordes quedan, lo demás es nuevo. Un boceto oscuro sobre claro se sigue tal cual. --control-weight 0.5 lo sigue con más libertad, --control canny,depth toma dos cosas a la vez (de dos imágenes, una de cada una) y --show-map muestra lo que se toma. Las guías claras y sencillas funcionan mejor. /models dice cuáles hay.
guide-like-title = Como otra imagen
guide-like-names = como, ip-adapter, ip adapter, estilo, referencia, semejanza, parecido
guide-like = Una imagen también puede ser un prompt: tus palabras dicen qué se dibuja, otra imagen dice cómo. Responde a una imagen con palabras y --like, o envía una foto con ellas: pasan su estilo, sus colores y sus cosas. Envía una imagen en respuesta a otra, con palabras y --like, y la primera se pinta a semejanza de la tuya. --like-weight 0.3 toma un toque, 1 deja poco a tus palabras, 0 es la imagen sin más; --seed 7 --like-weight 0,0.4,0.8 los muestra uno junto a otro. El modelo necesita un IP-Adapter: /models enumera los que hay aquí y --like-by elige uno.

guide-model-title = Modelo
guide-model-names = modelo, modelos, pintor
guide-model = El modelo es quien pinta: un archivo que ha aprendido, con muchísimas imágenes, qué aspecto tienen las palabras. Uno hace bien fotos, otro dibujos. Mira cuáles hay con /models.
guide-checkpoint-title = Checkpoint
guide-checkpoint-names = checkpoint, punto de control, ckpt, archivo del modelo
guide-checkpoint = Un checkpoint es un modelo tal como se guardó en un momento de su aprendizaje: todo un pintor en un archivo de varios gigabytes. Hay quien les enseña un estilo y los comparte. Quien me administra puede poner uno en la carpeta de modelos, y aparecerá en /models.
guide-safetensors-title = Safetensors
guide-safetensors-names = safetensors, formato de archivo
guide-safetensors = Safetensors es un formato de archivo para modelos en el que solo caben números. Los archivos antiguos (.ckpt) pueden esconder un programa que se ejecuta al abrirlos; esos no los abro. Cuando descargues un modelo, elige el archivo que termina en .safetensors.
guide-lora-title = LoRA
guide-lora-names = lora, loras, complemento
guide-lora = Un LoRA es un pequeño complemento que enseña al modelo una cosa más: un estilo, un personaje, un producto. Es cien veces más pequeño que un checkpoint y funciona sobre él. En el prompt se escribe <lora:nombre:0.8>; el número dice con cuánta intensidad actúa.
guide-embedding-title = Embedding
guide-embedding-names = embedding, incrustación, inversión textual
guide-embedding = Un embedding es un archivo diminuto que da al modelo una palabra nueva para algo que ya casi sabe pintar. Se usa escribiendo esa palabra en el prompt. Los más conocidos representan un estilo o, después de --no, todo lo que suele salir mal.
guide-hypernetwork-title = Hypernetwork
guide-hypernetwork-names = hypernetwork, hiperred
guide-hypernetwork = Una hypernetwork es una segunda red, pequeña, que desvía la forma en que el modelo lee tus palabras, casi siempre hacia un estilo. Se usaba antes de los LoRA, que son más pequeños y lo hacen mejor. Si puedes elegir, toma un LoRA. En la descripción se escribe <hypernet:nombre:0.7>; el número dice con qué fuerza actúa.
guide-dreambooth-title = DreamBooth
guide-dreambooth-names = dreambooth, entrenar, entrenamiento
guide-dreambooth = DreamBooth enseña al modelo una persona, un animal o un objeto concreto con unas pocas fotos, y le da una palabra propia. El resultado es un checkpoint nuevo o un LoRA. Diez fotos variadas valen más que cien iguales, y antes de enseñarle la cara de alguien hay que pedirle permiso.

guide-diffusion-title = Difusión
guide-diffusion-names = difusión, stable diffusion, cómo funciona
guide-diffusion = La difusión es mi manera de pintar: empiezo con puro ruido y, paso a paso, quito lo que no se parece a tus palabras. Lo aprendí al revés, con imágenes que se hundían poco a poco en el ruido. Por eso la imagen sale de la niebla y no pincelada a pincelada.
guide-noise-title = Ruido
guide-noise-names = ruido, grano
guide-noise = El ruido es un moteado al azar, como la nieve de un televisor antiguo. Toda imagen empieza con él, y la semilla decide con cuál. Mira una imagen mientras se pinta y verás cómo el ruido se convierte en ella.
guide-latent-title = Espacio latente
guide-latent-names = latente, espacio latente
guide-latent = No pinto los puntos mismos, sino una forma pequeña y condensada de la imagen, en lo que se llama espacio latente; solo al final se despliega. Allí lo que se parece está cerca. También por eso los lados de una imagen son múltiplos de 8 puntos.
guide-render-title = Renderizado
guide-render-names = render, renderizar, renderizado, generar, tiempo, velocidad
guide-render = Renderizar es calcular una imagen a partir de su descripción: lo que hago entre “Empiezo a pintar” y la imagen terminada. Más pasos, más puntos y más imágenes tardan más. Por eso prueba las ideas con pocos pasos y repite la mejor con muchos.
guide-watermark-title = Marca de agua
guide-watermark-names = marca de agua, firma, metadatos, origen
guide-watermark = Una marca de agua dice de dónde viene una imagen: visible como una firma, o escondida en sus puntos o en su archivo. Los archivos originales que envío llevan dentro sus palabras y ajustes; las aplicaciones de mensajería los quitan de las fotos. Pulsa 📄 si quieres conservar cómo se hizo una imagen. Desde 256×256, mis imágenes llevan además una marca invisible que dice que las hizo una máquina; /info la encuentra.

## When something is in the way

error-unknown = Algo falló por mi parte, lo siento. Si avisas a quien administra el bot, da el número { $incident }.
error-engine = No pude pintarlo, lo siento. Inténtalo otra vez. Si avisas a quien administra el bot, da el número { $incident }.
error-out-of-memory = No hay memoria suficiente para esta imagen. Prueba con un --size más pequeño. Número { $incident }.
error-broken-numbers = El modelo se perdió esta vez. Prueba con otra semilla o con un --cfg más bajo. Número { $incident }.
error-device-lost = El pintor se ausentó un momento. Inténtalo otra vez. Si avisas a quien administra el bot, da el número { $incident }.
error-empty-prompt = Dime qué quieres que pinte: no encontré palabras.
error-prompt-too-long = Son { $length } caracteres; puedo leer { $limit } como máximo.
error-too-many-texts = Tu prompt se convierte en más de { $limit } textos distintos mientras pinto. Usa menos cambios como [a|b] o [a:b:0.5].
error-too-many-pictures = Serían { $count } imágenes, y hago como máximo { $limit } a la vez. Quita algunos valores, por favor.
error-nothing-between = Una transformación necesita dos extremos: dos descripciones con | entre ellas, palabras en respuesta a una imagen, o dos imágenes. Por ejemplo: /morph un zorro rojo | un búho blanco
error-unknown-flag = { $nearest ->
    [none] No conozco { $flag }. En /help está todo lo que conozco.
   *[other] No conozco { $flag }. ¿Querías decir { $nearest }?
}
error-no-setting = “{ $flag }” no se puede ajustar para todas las imágenes. /settings muestra lo que sí.
range = { $unit ->
    [pixels] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) } px
   *[other] { NUMBER($least, useGrouping: 0) }–{ NUMBER($most, useGrouping: 0) }
}
error-out-of-range = { $value ->
    [none] { $flag } necesita un valor: { $range }.
   *[other] { $flag } no puede ser { $value }. Prueba con { $range }.
}
error-unknown-choice = { $nearest ->
    [none] { $flag } no puede ser “{ $value }”. Opciones: { $choices }.
   *[other] { $flag } no puede ser “{ $value }”. ¿Querías decir { $nearest }? Opciones: { $choices }.
}
error-no-choices = No hay “{ $value }” para { $flag }: aquí todavía no se ha añadido nada para eso.
error-misplaced-lora = Escribe { $tag } en la descripción, no después de { $flag }: actúa sobre toda la imagen.
error-no-image = Para esto hace falta una imagen de partida: envía una o responde a una.
error-surplus-image = Son más imágenes de las que hacen falta: envía menos.
error-no-estimator = Aquí nada sabe ver «{ $kind }» en una imagen. Envía un mapa terminado con { $flag }, o pide --control canny, que puedo calcar yo.
error-bad-image = No puedo leer ese archivo como imagen. Lo mejor es PNG, JPEG o WebP.
error-too-large = Serían { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } píxeles. Llego hasta { $limit } megapíxeles: elige un factor menor o una imagen más pequeña.
error-bad-mask = { $fault ->
    [empty] No hay nada marcado en esa máscara: pinta de blanco lo que debe cambiar y deja lo demás en negro.
    [full] Está marcada toda la imagen. Deja sin marcar lo que debe quedarse, o envía tus palabras sin máscara para cambiarla entera.
    [shape] Esa máscara tiene otra forma que la imagen: puede ser más grande o más pequeña, pero con la misma proporción.
    [moving] Una imagen animada no puede ser una máscara: envía una fija.
    [pages] Un archivo de varias páginas no puede ser una máscara: envía una sola imagen.
    [double] Indica la parte de una sola manera: con --only, o con una máscara o una zona.
    [part] Eso no se hace con una parte de una imagen: usa primero la parte y pídelo luego en respuesta a la imagen que salga.
   *[unmarked] No encuentro ninguna marca en esa copia. Dibuja con un color fuerte sobre lo que debe cambiar y envíala otra vez.
}
error-not-in-picture = No encuentro «{ $words }» en esta imagen.
error-image-not-fetched = No he podido recibir esa imagen. Envíala otra vez, por favor.
error-address-not-fetched = No llegó nada de la dirección de la imagen. ¿Es correcta? También puedes enviar la imagen misma.
error-no-words = Ahora mismo no encuentro palabras. Inténtalo otra vez en un momento.
error-address-refused = { $why ->
    [off] Aquí no traigo imágenes desde direcciones. Envía la imagen misma, por favor.
   *[other] Solo traigo imágenes de internet abierto, por https o http. Envía la imagen misma, por favor.
}
error-not-a-picture = Puedo partir de una foto, de una imagen enviada como archivo o de un sticker que no se mueva. De un vídeo, un GIF, un sticker animado o un audio no puedo: una captura de pantalla sirve muy bien.
error-unseen = No puedo ver el mensaje al que respondes: Discord solo me muestra lo que me dicen. Si te refieres a su imagen, abre el menú de ese mensaje y elige Aplicaciones; si no, escríbeme sin responder.
error-image-too-large = { $unit ->
    [megabytes] Esa imagen es demasiado grande: { $limit } MB como máximo.
    [megapixels] { $limit ->
        [one] Esa imagen es demasiado grande: { $limit } megapíxel como máximo.
       *[other] Esa imagen es demasiado grande: { $limit } megapíxeles como máximo.
    }
   *[other] Esa imagen es demasiado grande: { $limit } como máximo.
}
error-canvas-too-large = Así mediría { $width } × { $height } píxeles, y ningún lado puede pasar de { $limit }.
error-no-adapter = { $lacks ->
    [encoder] El IP-Adapter { $model } aún no puede ver imágenes: le falta su codificador de imágenes. La carpeta image_encoder va a su lado.
   *[adapter] Aquí no hay ningún IP-Adapter para { $model }, y sin uno no puedo dibujar a semejanza de otra imagen.
}
error-bad-model = { $fault ->
    [damaged] El modelo { $model } no se puede usar: su archivo está dañado o incompleto.
    [pickle] El modelo { $model } no se puede usar: su formato puede esconder un programa, así que solo leo archivos .safetensors. Se puede convertir: docs/models.md explica cómo.
    [strange] El modelo { $model } no se puede usar: es de un tipo que no sé usar.
    [unlike] { $model } no se puede usar aquí: se hizo para otro tipo de modelo.
    [unfinished] El modelo { $model } aún no se puede usar: su descarga no ha terminado.
    [elsewhere] { $model } no es un modelo que pinte: va en otra carpeta.
    [part] { $model } no puede pintar solo: es solo una parte de un modelo.
   *[other] El modelo { $model } no se puede usar.
}
error-unfit-model = { $model ->
    [none] Aquí ningún modelo sabe hacer eso.
   *[other] El modelo { $model } no sabe hacer eso: elige otro o quita --model.
}
error-noiseless = { $upscaler } no añade ruido a la imagen: quita { $flag } o elige otro ampliador.
error-picture-needed = El modelo { $model } no dibuja nada sin una imagen: envía una o responde a una.
error-not-allowed = Este bot es para personas invitadas. Para entrar, dale tu id a quien lo administra: { $id }
error-not-yours = Eso es de otra persona.
error-not-found = Eso ya no está aquí.
error-withheld = 🔒 Está lista, pero no es apta para todos aquí, así que no la muestro. Prueba con otras palabras.
error-unlooked = 🔒 Está lista, pero no he podido comprobar si es apta para todos aquí, así que no la muestro. Inténtalo más tarde.
error-too-many-jobs = { $limit ->
    [one] Ya tienes { $limit } imagen en espera. Podrás pedir otra cuando termine.
   *[other] Ya tienes { $limit } imágenes en espera. Podrás pedir otra cuando termine alguna.
}
error-closing = Me estoy reiniciando. Inténtalo otra vez en un momento.
error-not-for-all = 🔒 No se sabe si esta imagen es apta para todos, así que ningún enlace puede mostrarla.
error-no-store = Ahora mismo no puedo guardar nada: mi almacenamiento no funciona. Avisa a quien me administra e inténtalo más tarde.

## In a terminal

terminal-starting = Arrancando…
terminal-ready = Lukis está listo.
terminal-page = Página: { $address }
terminal-on = { $platform }: activado.
terminal-off = { $platform }: desactivado. Para activarlo, pon { $setting } en .env (consulta { $file }).
terminal-open = Acceso: cualquiera que encuentre el bot puede dibujar. Para cambiarlo, pon { $setting } en .env.
terminal-unmarked = No lleva la marca de agua de Lukis.
terminal-head = La cabeza del clúster está en { $address }. En cada una de las otras máquinas: copia allí la clave { $key }, solo para su dueño, y luego: { $command }
terminal-worker = { $name } se ha unido a { $address }. Dispositivos para dibujar: { $devices }.
terminal-drain = { $name } no recibe nada nuevo y dibuja lo que tiene.
terminal-drain-none = Ninguna máquina del clúster se llama { $name }. Hay: { $names }.
terminal-drained = { $name } ha dibujado todo lo que tenía.
terminal-untold = No dice cómo se hizo.
terminal-no-film = { $file }: para un MP4 hace falta ffmpeg, que no está en esta máquina. Un nombre que termine en .webp o .gif funciona sin él.
terminal-listed = { $count ->
    [one] Acceso: solo puede dibujar { $count } de la lista ALLOWED. Para cambiarlo, pon { $setting } en .env.
   *[other] Acceso: solo pueden dibujar los { $count } de la lista ALLOWED. Para cambiarlo, pon { $setting } en .env.
}
terminal-backup = { $file }: la base de datos y las imágenes ({ $pictures }), { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-backup-words = { $file }: la base de datos sin imágenes, { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-restored = Todo está como estaba el { $date }. Imágenes recuperadas: { $pictures }.
terminal-restored-before = La base de datos que había se conserva: { $file }.
terminal-restore-occupied = Ya hay una base de datos: { $file }. Con { $flag } cede su sitio y se conserva junto a la nueva.
terminal-pruned = Imágenes borradas: { $pictures }. Se liberan { NUMBER($size, maximumFractionDigits: 1) } MB.
terminal-prune-dry = Imágenes por borrar: { $pictures }, { NUMBER($size, maximumFractionDigits: 1) } MB. No se ha borrado nada.
terminal-status = Lukis { $version }, en marcha desde hace { $time }. En: { $platforms }.
terminal-status-work = En espera: { $waiting } · pintando: { $drawing } · entregando: { $delivering } · libre en el disco: { NUMBER($space, maximumFractionDigits: 1) } GB
terminal-status-device = { $device }: filas: { $rows } · carriles: { $lanes } · pasos hasta ahora: { $forwards } · modelos cargados: { $loads }
terminal-status-device-away = { $device }: ahora no acepta nada; el registro dice por qué.
terminal-status-starting = Los dispositivos aún están arrancando.
terminal-status-queued = ⏳ Número { $position } en la cola
terminal-status-queued-wait = ⏳ Número { $position } en la cola: unos { $wait }
terminal-status-delivering = 📨 Entregando
terminal-status-more = … y { $count } más
terminal-status-none = Ningún Lukis está en marcha en { $folder }. Para arrancarlo: { $command }

rented-page = Tu página: { $address }
rented-no-page = Desde este cuaderno no se puede abrir ninguna página. Escribe a tu bot en Telegram o Discord.
rented-needs-token = Desde este cuaderno no se puede abrir ninguna página, así que hace falta un token: elige Telegram o Discord en la celda de arriba.
rented-token = Token de tu bot en { $platform }. No se guarda en ninguna parte; déjalo vacío si no hay:
rented-running = Lukis está en marcha.
rented-off = Lukis no está en marcha.
rented-stopped = Lukis ha terminado. No se ha perdido nada.
rented-broke = Lukis ha terminado por sí solo; las líneas de arriba dicen por qué. Después, ejecuta esta celda otra vez.
rented-kept = Imágenes guardadas en { $folder }: { $count }.
rented-copied = La copia más reciente tiene { $minutes } min.

doctor-data = Carpeta de datos
doctor-data-free = { $folder } (libre, quedan { NUMBER($space, maximumFractionDigits: 1) } GB)
doctor-data-used = { $folder } (la usa un Lukis en marcha, quedan { NUMBER($space, maximumFractionDigits: 1) } GB)
doctor-data-full = { $folder }: solo quedan { NUMBER($space, maximumFractionDigits: 1) } GB, menos que { $setting }, así que no se acepta nada nuevo. Haz sitio o deja que se borren las imágenes antiguas (docs/keeping.md).
doctor-database = Base de datos
doctor-database-none = aún no existe; el primer arranque la crea
doctor-database-told = versión { $version }, { NUMBER($size, maximumFractionDigits: 1) } MB, copias anteriores a actualizaciones: { $backups }
doctor-tokens = Tokens
doctor-token-missing = { $platform } sin poner
doctor-token-works = { $platform }: soy { $name }
doctor-token-bad = { $platform } no acepta el token. Cópialo otra vez en { $setting } ({ $file }).
doctor-token-silent = { $platform } no responde en { $address }. Mira si esta máquina tiene red y si hay un cortafuegos o un proxy en medio.
doctor-hook-fails = { $platform } no llega a { $address }: { $why }. Mira el proxy que hay delante ({ $file }). En espera: { $waiting }.
doctor-chat-away = { $chat }: no estoy ahí, o no puedo mirar. Añádeme, o quítalo de { $setting }.
doctor-chat-lacks = { $chat }: me faltan permisos ahí: { $rights }. Dámelos en los ajustes del chat.
doctor-clock = Reloj
doctor-clock-right = igual que el de { $platform }
doctor-clock-wrong = a { $time } del de { $platform }. Deja que el sistema lo ajuste por la red (NTP).
doctor-clock-unknown = no hay con quién compararlo
doctor-page = Página
doctor-page-off = desactivada
doctor-page-taken = Otro programa escucha en el puerto { $port }. Ciérralo, o elige otro { $setting }.
doctor-page-nowhere = Esta máquina no puede escuchar en { $address }. Elige otro { $setting }; 127.0.0.1 siempre sirve.
doctor-translators = Traductores
doctor-translators-off = ninguno: los textos se quedan como se escriben
doctor-translator-works = { $name } responde
doctor-translator-silent = { $name } no responde
doctor-translators-none = Así que los textos en otros idiomas se quedan como están. Revisa la red, o pon { $name } en { $setting }, que no la necesita.
doctor-access = Acceso
doctor-access-told = { $access }, permitidos: { $allowed }, administradores: { $admins }
doctor-quotas = Cuotas
doctor-quotas-none = sin archivo: nadie tiene un límite
doctor-quotas-told = { $file } (clases: { $classes }, tipos de chats: { $chats })
doctor-torch-told = { $version } en { $devices }
doctor-cpu = la CPU
doctor-models = Modelos
doctor-cluster = Clúster
doctor-cluster-machine = { $name } ({ $address }), dispositivos: { $devices }
doctor-cluster-other = La cabeza ejecuta otra versión que esta máquina: { $differs }. Instala la misma en ambas.
doctor-cluster-open = { $ports }: responden a cualquiera, sin clave. Ciérralos a todo el mundo ({ $file }).
doctor-safety = Filtro de seguridad
doctor-safety-off = desactivado
doctor-safety-works = { $policy }, { $chats } con regla propia; distingue las imágenes
doctor-model-coming = { $model } aún no está aquí: descargados { NUMBER($done, maximumFractionDigits: 2) } de { NUMBER($size, maximumFractionDigits: 2) } GB; { $command } descarga el resto

## The page

page-skip = Ir al prompt
page-sections = Secciones
page-chat = Chat
page-gallery = Galería
page-language = Idioma
page-theme = Claro u oscuro
page-headline = ¿Qué pintamos?
page-tagline = Describe una imagen en cualquier idioma. O empieza por una de estas:
page-first-fox = un zorro en la nieve
page-first-rocket = un cohete en el espacio
page-first-elephant = un elefante azul en la hierba
page-first-wizard = un mago en el bosque
page-first-house = una casa de noche
page-first-penguin = un pingüino y una pizza en la playa
page-take = Escribir esto otra vez
page-retry = Editar y reintentar
page-earlier = Palabras anteriores
page-earlier-empty = Aquí aparecen las palabras de tus imágenes, cuando las haya.
page-help = Ayuda
page-help-examples = Prueba uno de estos
page-help-options = Opciones
page-help-option = Se escriben detrás de tus palabras, como { $value }. La mayoría está también en los ajustes.
page-help-keys = Teclas
page-keys-single = Atajos de una sola letra o signo
page-key-write = Escribir
page-key-commands = Comandos
page-key-settings = Ajustes
page-key-help = Esta ayuda
page-key-turn = Pasar las imágenes grandes
page-key-delete = Borrar la imagen grande
page-key-undo = Recuperar lo borrado
page-key-close = Cerrar, o soltar aquello de lo que tratan las palabras
page-key-before = Lo que escribiste antes, con la casilla vacía
page-advanced = Avanzado
page-how = ¿Cómo se hizo?
page-restore = Usar sus palabras y ajustes
page-restored = Sus palabras están en el cuadro y sus ajustes, puestos.
page-you = Tú:
page-prompt = Qué pintar
page-placeholder = Describe una imagen, en cualquier idioma…
page-placeholder-change = ¿Qué debería ser distinto?
page-words-missing = Di con palabras qué quieres hacer con la imagen.
page-words-answer = Escribe primero tu respuesta.
page-count = { $count } de { $limit } caracteres
page-send = Pintar
page-attach = Partir de una imagen
page-drop = Suelta la imagen aquí
page-settings = Ajustes
page-settings-reset = Volver a automático
page-auto = Automático
page-random = Al azar
page-out-of-range = Debe estar entre { $least } y { $most }.
page-sampler-soft = Suaves y artísticos
page-sampler-varied = Variados
page-sampler-crisp = Nítidos y realistas
page-commands = Comandos
page-remove = Quitar
page-changing = Cambiando esta imagen
page-answering = Respondiendo
page-from-file = A partir de esta imagen
page-source = Tu imagen
page-change = Cambiarla
page-again = Otra versión de esta
page-delete = Borrar esta
page-deleted = Borrada.
page-undo = Deshacer
page-open = Verla en grande
page-picture = Imagen
page-picture-alt = Imagen: { $prompt }
page-picture-of = Imagen { $number } de { $count }: { $prompt }
page-preview = La imagen mientras toma forma
page-progress = Progreso
page-newest = Ir a lo más reciente
page-queue = En marcha
page-queue-count = En marcha: { $count }
page-cancel-one = Cancelar: { $prompt }
page-cancel-all = Cancelar todo
page-newer = Más reciente
page-older = Más antigua
page-close = Cerrar
page-previous = Imagen anterior
page-next = Imagen siguiente
page-copy-prompt = Copiar el prompt
page-copy-seed = Copiar la semilla { $seed }
page-copied = Copiado.
page-download = Descargar el original
page-part = Cambiar una parte
page-draw = Dibujar
page-done = Listo
page-redo = Rehacer
page-clear = Borrar todo
page-invert = Intercambiar lo marcado y lo demás
page-canvas = Lienzo
page-canvas-keys = Las flechas mueven el pincel, Espacio pinta y Mayús con una flecha pinta una línea. Más y menos acercan y alejan, los corchetes cambian el tamaño, B es el pincel y E la goma.
page-brushes = Herramientas
page-brush = Pincel
page-eraser = Goma
page-move = Mover la imagen
page-brush-size = Tamaño del pincel
page-farther = Alejar
page-fit = Imagen completa
page-nearer = Acercar
page-colours = Colores
page-colour-own = Tu propio color
page-colour-black = Negro
page-colour-grey = Gris
page-colour-white = Blanco
page-colour-red = Rojo
page-colour-orange = Naranja
page-colour-yellow = Amarillo
page-colour-green = Verde
page-colour-blue = Azul
page-colour-purple = Morado
page-colour-pink = Rosa
page-colour-brown = Marrón
page-marked = Cambia la parte rayada
page-marked-share = { $value } marcado
page-drawn = A partir de tu dibujo
page-placeholder-part = ¿Qué debe haber en la parte rayada?
page-placeholder-drawing = ¿Qué representa el dibujo?
page-mask-empty = Primero pasa el pincel por lo que debe cambiar.
page-mask-full = Toda la imagen está marcada. Deja fuera lo que debe quedar.
page-drawing-empty = Primero dibuja algo.
page-cannot-draw = Esta imagen no se puede mostrar aquí, así que no hay sobre qué dibujar.
page-gallery-empty = Aún no hay nada. Tus imágenes aparecerán aquí cuando estén pintadas.
page-favourite = Favorita
page-favourites = Favoritas
page-favourites-empty = Aún no hay favoritas. Con ⭐ debajo de una imagen la guardas como favorita.
page-details = Sobre esta imagen
page-made-from = Hecha a partir de
page-became = Dio lugar a
page-copy = Copiar
page-share = Compartir
page-shared-until = Quien tenga su enlace la ve hasta el { $time }.
page-unshare = Terminar el enlace
shared-link = Durante { $time }, quien tenga el enlace verá esta imagen y sus palabras.
shared-ended = Ya ningún enlace muestra esta imagen.
shared-drawn = Dibujada con Lukis, a partir de estas palabras.
shared-try = Dibujar una imagen
shared-over = Este enlace ya no muestra nada.
page-compare = Comparar
page-compared = Cuánto se ve de la imagen anterior
page-before = Antes
page-after = Después
about-prompt = Prompt
about-english = En inglés
about-loras = LoRA
about-created = Pedida
about-seconds = Pintada en
about-took = { $seconds } s
page-search = Busca en tus imágenes
page-search-example = Palabra, modelo, día…
page-search-empty = No encontré nada. Con menos palabras puede aparecer más.
page-select = Seleccionar
page-select-one = Seleccionar: { $prompt }
page-select-most = Como mucho { $limit } a la vez.
page-selected = Seleccionadas: { $count }
page-picked = Imágenes seleccionadas
page-delete-them = Borrar
page-zip = Descargar en zip
page-zip-large = Es demasiado para un solo archivo. Selecciona menos.
page-zip-gone = Algunas ya no están aquí. Vuelve a cargar la página.
page-offline = Lukis no responde. Lo intento de nuevo…
page-not-sent = No se pudo enviar. ¿Está Lukis en marcha?
page-no-tools = No se pudo traer esta parte de la página. ¿Está Lukis en marcha?
page-malformed = No pude leerlo. Vuelve a cargar la página, por favor.
page-too-fast = ¡Qué rapidez! Dame unos segundos.
page-cookie = Esta página necesita una cookie para distinguirte de los demás. Permítela y vuelve a cargar la página.
page-not-vouched = No pude saber quién eres. Ciérralo y vuelve a abrirlo desde nuestro chat, por favor.
page-who = Quién eres aquí
page-sign-in = Entrar con { $platform }
page-signed-in = Eres { $name } de { $platform }: las mismas imágenes, el mismo historial.
page-sign-out = Salir
page-not-signed-in = No has entrado. Inténtalo otra vez, por favor.

## Discord

discord-prompt = prompt
discord-prompt-help = Lo que quieres ver, en cualquier idioma
input-image = Imagen
input-image-help = Una imagen de partida: tus palabras la cambian
input-mask = Máscara
input-mask-help = Blanco donde la imagen se pinta de nuevo, negro donde se queda como está
input-other = Otra imagen
input-other-help = Con --control de varias clases: la imagen de la que salen todas menos la primera
input-like = Como
input-like-help = Una imagen a la que se parecerá la tuya: su estilo y sus cosas; tus palabras dicen qué se dibuja
input-end = Última imagen
input-end-help = Con --frames: la imagen en la que se convierte la primera
discord-about = sobre
discord-about-help = Una palabra o un tema, por ejemplo pasos
discord-page = página
discord-page-help = Qué página; la 1 es la más nueva
discord-words = palabras
discord-words-help = Qué imágenes: palabras de su prompt, --model, 2026-11, ayer
discord-language = idioma
discord-language-help = El idioma que debo hablar
discord-change = cambio
discord-change-help = Por ejemplo --steps 30 --ar 16:9, o: reset steps
discord-file = archivo
discord-file-help = La imagen, como archivo
discord-second = segunda
discord-second-help = Otra imagen para mezclar.
discord-third = tercera
discord-third-help = Otra imagen para mezclar.
discord-fourth = cuarta
discord-fourth-help = Otra imagen para mezclar.
discord-fifth = quinta
discord-fifth-help = Otra imagen para mezclar.
discord-job = número
discord-job-help = El número de tu imagen, como en el nombre de su archivo.
discord-private = privado
discord-private-help = Mostrarme solo a mí la imagen y todo lo que salga de ella
discord-menu = Imaginar desde esta imagen
discord-info = ¿Cómo se hizo?
discord-upscale = Ampliar
discord-again = Pintar otra vez
discord-describe = ¿Qué se ve?
discord-english = El inglés que pinto
discord-no-form = No pude abrir el campo para tus palabras. Elige «{ $menu }» otra vez, por favor.

## For those in charge of a chat, and whoever runs me

button-report = 🚩 Denunciar
button-remove = 🗑 Quitar
button-warn = ✋ Avisar
button-ban = ⛔ Vetar
button-dismiss = ✅ Dejarla
report-thanks = Gracias. Quienes se encargan de este chat la mirarán.
report-nobody = Aquí no hay nadie a cargo a quien pueda avisar.
report-many = Gracias. Quienes se encargan de este chat ya tienen mucho que mirar; inténtalo más tarde, por favor.
report-seen = Quienes se encargan de este chat ya han mirado esta imagen.
report-told = 🚩 Han denunciado una imagen. Es de { $person }, en { $chat }:
report-listed = 🚩 Una lista ha encontrado «{ $line }». Es de { $person }, en { $chat }:
report-closed =
    { $deed ->
         [remove] ✅ { $name } ha quitado la imagen.
         [warn] ✅ { $name } ha avisado a su autor.
         [ban] ✅ { $name } ha vetado a su autor y ha quitado la imagen.
        *[dismiss] ✅ { $name } la ha dejado como está.
    }
report-done =
    { $deed ->
         [remove] Quitada.
         [warn] Avisado.
         [ban] Vetado, y la imagen está quitada.
        *[dismiss] Se queda como está.
    }
report-done-already = Ya está resuelto: otro admin fue más rápido.
report-outcome =
    { $deed ->
         [remove] Hemos mirado lo que denunciaste: la imagen ya no está. Gracias.
         [warn] Hemos mirado lo que denunciaste: le hemos pedido más consideración a su autor. Gracias.
         [ban] Hemos mirado lo que denunciaste: la imagen ya no está y su autor no pinta más. Gracias.
        *[dismiss] Hemos mirado lo que denunciaste: la imagen puede quedarse. Gracias por cuidar este lugar.
    }
report-warning = 🙏 Quienes se encargan de este chat te piden consideración: otras personas ven lo que pintas.
command-moderate = Para admins: listas de palabras, vetos, pausas y más
command-moderate-names = moderar, admin
moderate-how = Lo que puedes enviar como admin:
    /moderate test … – qué harían las listas con unas palabras, y por qué
    /moderate block …, spoiler …, report …, allow … – pon una palabra en una lista: no se pinta, se pinta oculta, te enteras, o nunca se encuentra
    /moderate lists, /moderate drop … – mira las listas de este chat, quita una palabra
    /moderate ban …, unban … – deja fuera a alguien, por su id o en respuesta a una imagen suya
    /moderate limit …, unlimit – cuántas imágenes caben en una hora o un día, para este chat o una persona
    /moderate pause, resume – no aceptar nada nuevo; lo que está en marcha se termina
    /moderate say … – decir algo aquí en mi nombre
    /moderate stats, log, reports – quién pinta cuánto, qué han hecho los admins, y las denuncias abiertas
moderate-how-operators = /moderate broadcast …, stop – decir algo a todos los chats, y retirar lo que aún no ha salido
    Vetos, pausas, estadísticas y registro valen para todos los chats, o para este con «here» al final.
moderate-test-how = Añade las palabras: /moderate test …
moderate-test-nothing = ✅ Ninguna lista encuentra nada. En inglés: { $english }
moderate-test-english = En inglés: { $english }
moderate-test-found =
    { $list ->
         [block] ⛔ No se pinta:
         [spoiler] 🙈 Se pinta, pero oculta hasta que se toca:
        *[report] 🚩 Se pinta, y los admins se enteran:
    } { $where ->
         [bot] «{ $line }», de las listas para todos los chats.
        *[chat] «{ $line }», de las listas de este chat.
    }
moderate-lists =
    { $count ->
         [one] Las listas de este chat tienen { $count } línea.
        *[other] Las listas de este chat tienen { $count } líneas.
    }
moderate-line = • { $list }: { $line }
moderate-full = Las listas de este chat están llenas: caben { $limit } líneas.
moderate-bad-line =
    { $why ->
         [long] Esa línea es demasiado larga.
         [empty] En esa línea no hay ninguna letra.
         [pattern] Eso no es una expresión regular.
         [all] Eso lo encontraría todo.
        *[slow] Esa expresión tarda demasiado con algunos textos.
    }
moderate-added = ✅ Ahora está en la lista { $list }: { $line }
moderate-known = Ya está en la lista { $list }: { $line }
moderate-dropped = ✅ Ya no está en ninguna lista de este chat: { $line }
moderate-no-line = No está en ninguna lista de este chat: { $line }
moderate-who = ¿A quién te refieres? Responde a una imagen suya o añade una id, como telegram:123.
moderate-banned =
    { $where ->
         [everywhere] ⛔ No acepto nada nuevo de { $person }, en ningún chat.
        *[here] ⛔ No acepto nada nuevo de { $person } en este chat.
    } { $count ->
         [one] He parado { $count } imagen.
        *[other] He parado { $count } imágenes.
    }
moderate-banned-already = { $person } ya está vetado.
moderate-unbanned = ✅ { $person } puede volver a pintar.
moderate-not-banned = { $person } no está vetado.
moderate-limit-how = ¿Cuántas y en cuánto tiempo? Para todo este chat: /moderate limit 50/day. Para una persona, por su id o en respuesta a una imagen suya: /moderate limit telegram:123 5/hour. /moderate unlimit lo quita.
moderate-limit-all = todo este chat
moderate-limited = ✅ { $whom } – { $kind }: { $limit }
moderate-limits = Límites que han puesto aquí los administradores:
moderate-limits-none = Ningún administrador ha puesto un límite aquí.
moderate-limit-line = • { $whom } – { $kind }: { $limit }
moderate-unlimited = ✅ Ya sin límite de un administrador: { $whom }
moderate-not-limited = Ningún administrador ha puesto un límite para { $whom }.
moderate-paused =
    { $where ->
         [everywhere] ⏸ No acepto nada nuevo, en ningún chat. Lo que está en marcha se termina.
        *[here] ⏸ No acepto nada nuevo en este chat. Lo que está en marcha se termina.
    }
moderate-resumed =
    { $where ->
         [everywhere] ▶️ Vuelvo a pintar en todos los chats.
        *[here] ▶️ Vuelvo a pintar en este chat.
    }
moderate-reports = Denuncias abiertas, enviadas a ti en privado: { $count }
moderate-say-how = Añade las palabras.
moderate-said = ✅ Dicho.
moderate-broadcast =
    { $count ->
         [one] 📣 En camino a { $count } chat.
        *[other] 📣 En camino a { $count } chats.
    } /moderate stop retira lo que aún no ha salido.
moderate-stopped =
    { $count ->
         [one] ✋ { $count } chat no lo recibirá.
        *[other] ✋ { $count } chats no lo recibirán.
    }
moderate-stats = Últimos { $days } días: personas { $people } · peticiones { $jobs } · imágenes { $pictures }
moderate-busy = En espera o pintándose ahora: { $count }
moderate-stats-line = • { $name } ({ $person }): imágenes { $pictures } · peticiones { $jobs }
moderate-log = Lo que han hecho los admins, página { $number }:
moderate-log-line = • { $when } { $name } – { $what } { $about } ({ $chat })
error-not-admin = Esto es para admins. Si tú me haces funcionar, pon tu id en ADMINS: { $id }
error-banned = Un admin ha decidido que aquí no acepte nada nuevo de ti. Si crees que es un error, habla con él.
error-paused = Ahora mismo no acepto nada nuevo. Lo que está en espera se terminará; inténtalo más tarde, por favor.
error-over-quota =
    { $whose ->
         [chat] Por ahora este chat ya ha tenido todo lo que puede pedir
        *[person] Por ahora no te queda nada por pedir
    } ({ $kind }: { $limit }). Volverá a haber sitio para esto en { $wait }.
error-too-much-at-once = Eso es demasiado de una vez: { $asked }, y caben como mucho { $limit } ({ $kind }). Pide menos, por favor.
error-too-large-here = Eso es más grande de lo que puedes pedir aquí: { $size } megapíxeles, y { $limit } es el máximo.
error-not-that-model = El modelo { $model } no está entre los que puedes usar aquí: { $choices }.
error-blocked = Esto no lo pinto aquí. Prueba con otra cosa, por favor.
discord-order = orden
discord-order-help = Qué hay que hacer. Vacío: lo que hay
