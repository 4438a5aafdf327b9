import type { nvsTexts as english } from '../en/nvs';
import type { Widened } from '../messages';

/** Los ajustes que los programas guardan en una placa, y lo que se guarda sobre una placa. */
export const nvsTexts: Widened<typeof english> = {
  nvs: {
    title: 'Ajustes en la placa',
    text: 'Lo que sus programas guardan en NVS, como redes y nombres. Al leerlo, la placa se reinicia.',
    which: 'Partición',
    read: 'Leer los ajustes',
    readAgain: 'Leerlos de nuevo',
    save: 'Guardar como CSV',
    needTable: 'Lea primero la tabla de particiones: dice dónde están los ajustes.',
    noPartition: 'La tabla de particiones no tiene ninguna partición para ajustes (NVS).',
    esp8266: 'Un ESP8266 no tiene estos ajustes: sus programas guardan a su manera lo que necesitan.',
    tooLarge: 'La partición es mayor de lo que pueden ser unos ajustes.',
    state: {
      empty: 'Aún no hay nada guardado.',
      encrypted: 'Los ajustes están cifrados (cifrado de NVS). Solo la placa puede leerlos.',
      foreign: 'Lo que hay ahí no es NVS. Puede que la flash esté cifrada o que otro programa use ese lugar.',
      none: 'No hay valores.',
    },
    count: '{shown} de {count} valor | {shown} de {count} valores',
    use: '{used} de {count} filas en uso, {erased} por limpiar',
    filter: 'Filtrar',
    filterHint: 'Espacio de nombres, clave o valor',
    nothingFound: 'Ningún valor contiene eso.',
    showHidden: 'Mostrar los valores ocultos',
    showHiddenHint: 'Contraseñas y claves, reconocidas por su nombre',
    list: 'Valores',
    namespace: 'Espacio de nombres',
    key: 'Clave',
    type: 'Tipo',
    value: 'Valor',
    hidden: 'oculto',
    types: { string: 'texto', blob: 'bytes' },
    show: 'Mostrar el valor',
    hide: 'Ocultarlo',
    showAll: 'Mostrarlo entero',
    copy: 'Copiar el valor',
    choose: 'Elija un valor para verlo entero.',
    cut: 'Hay más; la tabla guardada lo contiene todo.',
    notes: 'Lo que se ha omitido',
    note: {
      damagedPage: 'Una página está dañada y se ha omitido. | {count} páginas están dañadas y se han omitido.',
      newerPage:
        'Una página tiene un formato más nuevo y se ha omitido. | {count} páginas tienen un formato más nuevo y se han omitido.',
      entryChecksum:
        'Un valor tiene una suma de comprobación incorrecta y se ha omitido. | {count} valores tienen una suma de comprobación incorrecta y se han omitido.',
      entryShape: 'Un valor no tiene sentido y se ha omitido. | {count} valores no tienen sentido y se han omitido.',
      dataChecksum:
        'Un texto o blob está dañado y se ha omitido. | {count} textos o blobs están dañados y se han omitido.',
      unknownType:
        'Un valor es de un tipo desconocido y se ha omitido. | {count} valores son de un tipo desconocido y se han omitido.',
      chunkMissing: 'Un blob está incompleto y se ha omitido. | {count} blobs están incompletos y se han omitido.',
      looseChunk: 'Una parte de un blob no pertenece a nada. | {count} partes de blobs no pertenecen a nada.',
      overwritten:
        'Aún había un valor anterior; se muestra el más reciente. | Aún había {count} valores anteriores; se muestran los más recientes.',
      unknownNamespace:
        'Un valor pertenece a un espacio de nombres sin nombre. | {count} valores pertenecen a espacios de nombres sin nombre.',
      partialPage: 'La partición no termina con una página entera.',
    },
    noteAt: 'Primero en la página {page}.',
    saveTitle: 'Guardar los ajustes como CSV',
    saveText:
      'El archivo contiene todos los valores como texto legible, incluidas contraseñas y claves. Quien lo consiga podrá leerlos. Tiene el formato que admite nvs_partition_gen de ESP-IDF.',
    saveButton: 'Elegir un lugar',
    leftOut:
      'Un valor no está incluido: el formato no tiene sitio para él. | {count} valores no están incluidos: el formato no tiene sitio para ellos.',
  },
  boardFile: {
    button: 'Exportar como JSON',
    title: 'Exportar como JSON',
    text: 'Todo lo que se leyó de esta placa, para otros programas.',
    withSecrets: 'Con contraseñas y claves',
    withSecretsHint: 'Quien consiga el archivo podrá leerlas.',
    noSecrets: 'No se leyeron los ajustes; no están incluidos.',
    save: 'Elegir un lugar',
  },
  dialog: { cancel: 'Cancelar' },
};
