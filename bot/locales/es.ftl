### Español. Qué significa cada mensaje y qué reglas sigue: en.ftl y docs/interface.md.

language-name = Español
language-names = español, espanol, castellano, spanish

## While a job waits and runs

status-waiting = 🎨 Preparándolo todo…
status-queued = ⏳ { $position ->
    [1] Ahora te toca a ti.
   *[other] Puesto { $position } en la cola.
}
status-queued-wait = ⏳ { $position ->
    [1] Ahora te toca a ti: cerca de { $wait }.
   *[other] Puesto { $position } en la cola: cerca de { $wait }.
}
status-started = 🎨 Empiezo a pintar…
status-progress = 🎨 Pintando: { NUMBER($share, style: "percent") }
status-cancelled = ✋ Cancelado.

## Results

result-english = En inglés: { $english }
result-word-for-word = Palabra por palabra, con el diccionario incluido: ningún servicio de traducción respondió.
result-not-translated = Ahora mismo nadie pudo traducirlo, así que lo pinté tal como lo escribiste.
result-translator = Traducido por { $provider }.
result-person = Con tu propio inglés.
result-draws = Soy un modelo pequeño y conozco pocas cosas. Prueba con: { $examples }
result-deleted = 🗑 Borrado.
result-facts = semilla { $seed } · { $size } · { $steps ->
    [one] { $steps } paso
   *[other] { $steps } pasos
} · { $sampler } · cfg { $cfg } · { $model }
result-strength = fuerza { $strength }

## Buttons

button-cancel = ✋ Cancelar
button-reroll = 🎲 Otra versión
button-reroll-one = 🎲 { $number }
button-original = 📄 Archivo original
button-original-one = 📄 { $number }
button-delete = 🗑 Borrar
button-show = 🖼 Ver de nuevo
button-raw = Usar mis palabras
button-edit = ✏️ Editar traducción
button-newer = ◀️
button-older = ▶️

## Answers to buttons

toast-cancelled = Cancelado.
toast-too-late = Demasiado tarde: ya está terminado.
toast-deleted = Borrado.
toast-language = Ahora hablo español.

## Commands

command-imagine = Pinta una imagen a partir de palabras
command-imagine-names = dibuja, imagina, pinta, crea
command-history = Mira tus imágenes
command-history-names = historial, galería, galeria
command-cancel = Detén tus imágenes en espera o en marcha
command-cancel-names = cancelar, cancela, parar
command-help = Cómo funciona y qué significa cada palabra
command-help-names = ayuda, guía, guia
command-models = Qué modelos pueden pintar
command-models-names = modelos
command-language = Elige el idioma en que hablo
command-language-names = idioma
command-start = Saluda
command-start-names = hola, empezar

imagine-how = Dime qué quieres que pinte, en cualquier idioma. Por ejemplo:
    /imagine { $example }
imagine-example = un zorro rojo en la nieve --ar 16:9
message-hint = Envía /imagine y lo que quieres ver, en cualquier idioma. Por ejemplo:
    /imagine { $example }
history-empty = Todavía no tienes imágenes. Envía /imagine y lo que quieres ver.
history-page = { $number } de { $total }
cancel-none = No tienes nada en espera ni en marcha.
cancel-done = { $count ->
    [one] Detuve { $count } imagen.
   *[other] Detuve { $count } imágenes.
}
edit-ask = Responde a este mensaje con el inglés que quieres que pinte. Ahora dice:
    { $english }
models-title = Modelos que pueden pintar:
models-line = • { $name }: { $title }
models-how = Elige uno con --model, por ejemplo: /imagine un zorro rojo --model { $name }
language-ask = ¿En qué idioma te hablo?
language-auto = Como mi aplicación
welcome = ¡Hola! Soy Lukis y pinto imágenes a partir de palabras, en cualquier idioma.
    /imagine { $example }
    Responde a una imagen con palabras para cambiarla. En /help te cuento más.
help-text = Envía /imagine y lo que quieres ver, en cualquier idioma:
    /imagine { $example }

    Responde a una imagen con /imagine y unas palabras para cambiarla.
    /history muestra tus imágenes, /cancel detiene lo que está en espera o en marcha.

    Puedes añadir:
help-flag = { $flag } – { $help } { $range }

## Parameters

parameter-ratio = Proporción
parameter-ratio-help = Ancho por alto. 16:9 es apaisado, 9:16 es vertical, 1:1 es cuadrado.
parameter-ratio-flags = proporción, proporcion, formato
parameter-size = Tamaño
parameter-size-help = Ancho x alto de la imagen en píxeles. Manda sobre la proporción.
parameter-size-flags = tamaño, tamano, resolución, resolucion
parameter-steps = Pasos
parameter-steps-help = Cuántas veces se afina el ruido. Con más, tarda más y gana detalle; suele bastar con 20 a 30.
parameter-steps-flags = pasos, paso
parameter-cfg = Guía
parameter-cfg-help = Hasta qué punto la imagen sigue el prompt. Baja, va a su aire; alta, es literal y más dura.
parameter-cfg-flags = guía, guia
parameter-sampler = Sampler
parameter-sampler-help = El método que quita el ruido. Suaves y artísticos: Euler, DDIM. Variados: los que llevan “a” o “SDE”. Nítidos y realistas: DPM++ 2M, UniPC, Heun.
parameter-sampler-flags = muestreador, método, metodo
parameter-seed = Semilla
parameter-seed-help = El número del que parte el ruido. La misma semilla y las mismas palabras dan la misma imagen.
parameter-seed-flags = semilla
parameter-count = Cantidad
parameter-count-help = Cuántas imágenes hacer, cada una con su semilla.
parameter-count-flags = cantidad, imágenes, imagenes
parameter-negative = Sin
parameter-negative-help = Lo que no debe aparecer en la imagen.
parameter-negative-flags = sin, negativo
parameter-strength = Fuerza
parameter-strength-help = Si partes de una imagen: cuánto alejarse de ella. 0.3 la retoca, 0.9 conserva poco.
parameter-strength-flags = fuerza
parameter-model = Modelo
parameter-model-help = Qué modelo dibuja. /models los enumera.
parameter-model-flags = modelo
parameter-raw = Sin traducir
parameter-raw-help = Da el prompt al modelo tal como está escrito, sin traducirlo.
parameter-raw-flags = sin-traducir, literal

## When something is in the way

error-unknown = Algo falló por mi parte, lo siento. Si avisas a quien administra el bot, da el número { $incident }.
error-engine = No pude pintarlo, lo siento. Inténtalo otra vez. Si avisas a quien administra el bot, da el número { $incident }.
error-out-of-memory = No hay memoria suficiente para esta imagen. Prueba con un --size más pequeño.
error-broken-numbers = El modelo se perdió esta vez. Prueba con otra semilla o con un --cfg más bajo. Número { $incident }.
error-device-lost = El pintor se ausentó un momento. Inténtalo otra vez.
error-empty-prompt = Dime qué quieres que pinte: no encontré palabras.
error-prompt-too-long = Son { $length } caracteres; puedo leer { $limit } como máximo.
error-unknown-flag = { $nearest ->
    [none] No conozco { $flag }. En /help está todo lo que conozco.
   *[other] No conozco { $flag }. ¿Querías decir { $nearest }?
}
error-out-of-range = { $value ->
    [none] { $flag } necesita un valor: { $range }.
   *[other] { $flag } no puede ser { $value }. Prueba con { $range }.
}
error-unknown-choice = { $nearest ->
    [none] { $flag } no puede ser “{ $value }”. Hay: { $choices }.
   *[other] { $flag } no puede ser “{ $value }”. ¿Querías decir { $nearest }? Hay: { $choices }.
}
error-no-image = Para esto hace falta una imagen de partida: envía una o responde a una.
error-bad-image = No puedo leer ese archivo como imagen. Lo mejor es PNG, JPEG o WebP.
error-image-too-large = Esa imagen es demasiado grande: { $limit } como máximo.
error-bad-model = El modelo { $model } no se puede usar: { $reason }
error-not-allowed = Este bot es para personas invitadas. Para entrar, dale tu id a quien lo administra: { $id }
error-not-yours = Eso es de otra persona.
error-not-found = Eso ya no está aquí.
error-too-many-jobs = { $limit ->
    [one] Ya tienes { $limit } imagen en espera. Otra más cuando termine.
   *[other] Ya tienes { $limit } imágenes en espera. Otra más cuando termine alguna.
}
error-closing = Me estoy reiniciando. Inténtalo otra vez en un momento.

## In a terminal

terminal-starting = Arrancando…
terminal-ready = Lukis está listo.
terminal-page = Página: { $address }
terminal-on = { $platform }: activado.
terminal-off = { $platform }: desactivado. Para activarlo, pon { $setting } en .env (mira { $file }).
terminal-open = Acceso: cualquiera que encuentre el bot puede dibujar. Para cambiarlo, pon { $setting } en .env.
terminal-listed = { $count ->
    [one] Acceso: solo puede dibujar { $count } de la lista ALLOWED. Para cambiarlo, pon { $setting } en .env.
   *[other] Acceso: solo pueden dibujar los { $count } de la lista ALLOWED. Para cambiarlo, pon { $setting } en .env.
}

doctor-data = Carpeta de datos
doctor-data-free = { $folder } (libre, quedan { $space })
doctor-data-used = { $folder } (la usa un Lukis en marcha, quedan { $space })
doctor-tokens = Tokens
doctor-token-set = { $platform } puesto
doctor-token-missing = { $platform } sin poner
doctor-access = Acceso
doctor-access-told = { $access }, permitidos: { $allowed }, administradores: { $admins }
doctor-torch-told = { $version } en { $devices }
doctor-cpu = la CPU
doctor-models = Modelos
