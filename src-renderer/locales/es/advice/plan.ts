import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos para `plan.*`, lo que se detecta antes de escribir. */
export const planAdvice: AdviceTextsOf<'plan'> = {
  'plan.notEncrypting': {
    title: 'El cifrado de la flash no está activado en este {chip}: un archivo cifrado no arrancaría.',
    cause: '«Cifrar» está activado para una placa que no se ha preparado para el cifrado de la flash.',
    steps: [
      'Escriba el archivo sin cifrado; el firmware compilado para ello cifra la flash la primera vez que arranca.',
    ],
  },
  'plan.cannotEncrypt': {
    title: 'No se puede escribir nada cifrado en {chip}.',
    cause: 'Este chip no tiene un cifrado de flash que se pueda usar al grabar.',
    steps: ['Escriba el archivo sin cifrado.'],
  },
  'plan.nothingToWrite': {
    title: 'Aún no hay nada que escribir.',
    cause: 'No se añadió ningún archivo, o todas las filas están desactivadas.',
    steps: ['Suelte un archivo de firmware en la ventana, o elija uno.', 'Active al menos una fila de la tabla.'],
  },
  'plan.unaligned': {
    title: '{name} no se puede escribir en {offset}.',
    cause: 'Probablemente hay una cifra equivocada en la dirección.',
    steps: ['Use una dirección que sea múltiplo de {align}: la memoria flash solo acepta datos ahí.'],
  },
  'plan.overlap': {
    title: '{name} y {otherName} se escribirían uno sobre otro, de {offset} a {endOffset}.',
    cause: 'Probablemente se mezclaron archivos de dos compilaciones, o a una dirección le falta una cifra.',
    steps: ['Cambie una de las dos direcciones, o desactive una de las dos filas.'],
  },
  'plan.pastEnd': {
    title: '{name} terminaría en {endOffset}, pero la memoria flash solo tiene {flashSizeBytes}.',
    cause: 'Probablemente la dirección es incorrecta, o el firmware está hecho para una placa con más flash.',
    steps: [
      'Compruebe la dirección de {name}.',
      'Compruebe que este firmware está hecho para una placa con tan poca flash.',
    ],
  },
  'plan.wrongChip': {
    title: '{name} está hecho para {imageChip}, pero esta placa tiene un {chip}.',
    cause: 'Probablemente es la descarga para otra placa.',
    steps: ['Consiga el firmware para {chip}.', 'Si se refería a otra placa, conéctela y elíjala.'],
  },
  'plan.wrongRevision': {
    title: '{name} necesita la revisión de chip {required}, pero este {chip} es de la revisión {revision}.',
    cause: 'El firmware usa algo que solo tienen otras revisiones del chip.',
    steps: ['Consiga una compilación del firmware para esta revisión del chip.'],
  },
  'plan.wrongBootloaderOffset': {
    title: 'El bootloader {name} está en {offset}, donde {chip} no lo busca.',
    cause: 'La dirección es la de otro chip: cada familia busca en su propio lugar.',
    steps: ['Muévalo a {expectedOffset}.'],
  },
  'plan.wrongMergedOffset': {
    title: '{name} contiene un firmware completo y va en {expectedOffset}, no en {offset}.',
    cause: 'Cada una de sus partes acabaría en un lugar equivocado.',
    steps: ['Muévalo a {expectedOffset}.'],
  },
  'plan.secureBootloader': {
    title: 'El arranque seguro está activado en este {chip}, y {name} sustituiría su bootloader.',
    cause: 'Con un bootloader que no esté firmado con la clave correcta, puede que el chip no vuelva a arrancar.',
    steps: ['Deje {name} fuera, salvo que el fabricante de la placa le pida escribirlo.'],
  },
  'plan.unsignedApp': {
    title: '{name} no está firmado, y este {chip} solo arranca lo que está firmado con la clave correcta.',
    cause: 'Su fabricante activó el arranque seguro, y eso no se puede deshacer.',
    steps: ['Use firmware firmado por el fabricante de la placa.'],
  },
  'plan.imageBroken': {
    title: '{name} está dañado: {reason}.',
    cause: 'Probablemente se cortó durante la descarga, o se modificó después de compilarlo.',
    steps: ['Compile o descargue de nuevo el archivo.'],
  },
  'plan.partitionTableTooLarge': {
    title: 'La tabla de particiones {name} llega a {endOffset}, pero la memoria flash solo tiene {flashSizeBytes}.',
    cause: 'Se hizo para una placa con más flash.',
    steps: ['Use firmware hecho para este tamaño de flash, o una placa con más flash.'],
  },
  'plan.appTooLarge': {
    title: 'El programa {name} supera en {excessBytes} su partición {partition} de {partitionSizeBytes}.',
    cause: 'El programa ha crecido, o la tabla de particiones es de otra compilación.',
    steps: ['Escriba la tabla de particiones compilada junto con este programa.'],
  },
  'plan.sharedSector': {
    title: '{name} y {otherName} comparten los 4 KB de flash en {offset}, que solo se pueden borrar juntos.',
    cause: 'La memoria flash se borra en bloques de 4 KB, nunca en bloques más pequeños.',
    steps: ['Mueva uno de los dos al siguiente múltiplo de 0x1000.'],
  },
  'plan.erasesBefore': {
    title: 'Escribir {name} en {offset} también borra lo que hay a partir de {erasedOffset}.',
    cause: 'La memoria flash se borra en bloques de 4 KB, nunca en bloques más pequeños.',
    steps: ['Use una dirección que sea múltiplo de 0x1000, salvo que ahí no haya nada importante.'],
  },
  'plan.appAtBootloader': {
    title: '{name} es un programa, pero está en {offset}, el lugar del bootloader de {chip}.',
    cause:
      'Probablemente la dirección se quedó en la de la primera fila, o el archivo se toma por un firmware completo.',
    steps: ['Muévalo a {expectedOffset}.'],
  },
  'plan.appNotOnPartition': {
    title: 'El programa {name} está en {offset}, donde no empieza ninguna partición para programas.',
    cause: 'La dirección es de otra tabla de particiones.',
    steps: ['Muévalo a {expectedOffset}, donde empieza la partición {partition}.'],
  },
  'plan.wrongTableOffset': {
    title: 'La tabla de particiones {name} está en {offset}, donde el bootloader no la busca.',
    cause: 'Probablemente la dirección es la de otra compilación.',
    steps: ['Muévala a {expectedOffset}, salvo que su bootloader se compilara para otro lugar.'],
  },
  'plan.partitionTableBroken': {
    title: 'La tabla de particiones {name} es incorrecta en {partition}: {reason}.',
    cause: 'Probablemente se modificó a mano o se cortó.',
    steps: ['Compile o descargue de nuevo la tabla de particiones.'],
  },
  'plan.headerSizeMismatch': {
    title: '{name} está ajustado para {headerSizeBytes} de flash, pero la placa tiene {flashSizeBytes}.',
    cause: 'Se compiló para una placa con otra memoria flash.',
    steps: ['Ponga el tamaño de flash en automático, para que se escriba en el archivo el tamaño correcto.'],
  },
  'plan.signedNotPatched': {
    title: '{name} está firmado, así que sus ajustes de flash quedan como están.',
    cause: 'Cualquier cambio invalidaría su firma.',
    steps: ['Si son incorrectos, compílelo con los ajustes de flash correctos y fírmelo de nuevo.'],
  },
  'plan.builtForEncryption': {
    title: '{name} se compiló para el cifrado de flash y se escribe tal cual, sin cifrar.',
    cause: 'El cifrado de flash estaba activado en los ajustes de la compilación.',
    steps: [
      'En una placa nueva es lo correcto: cifra su memoria flash para siempre la primera vez que arranca.',
      'Si no lo desea, compile el firmware sin cifrado de flash.',
    ],
  },
  'plan.noBootloader': {
    title: 'Se va a borrar la memoria flash, pero después no se escribe ningún bootloader: {chip} no arrancará.',
    cause: 'Solo se eligió una parte de la compilación.',
    steps: ['Añada el bootloader en {expectedOffset}, o no borre todo primero.'],
  },
  'plan.noPartitionTable': {
    title:
      'Se va a borrar la memoria flash, pero después no se escribe ninguna tabla de particiones: {chip} no arrancará.',
    cause: 'Solo se eligió una parte de la compilación.',
    steps: ['Añada la tabla de particiones en {expectedOffset}, o no borre todo primero.'],
  },
  'plan.noBootloaderThere': {
    title: 'No hay bootloader ni en la placa ni entre los archivos: {chip} no arrancará.',
    cause: 'La placa es nueva o se borró, y solo se eligió una parte de la compilación.',
    steps: [
      'Añada el bootloader de la misma compilación en {expectedOffset}, o use el firmware completo en un archivo.',
    ],
  },
  'plan.noTableThere': {
    title: 'No hay tabla de particiones ni en la placa ni entre los archivos: {chip} no arrancará.',
    cause: 'La placa es nueva o se borró, y solo se eligió una parte de la compilación.',
    steps: ['Añada la tabla de particiones de la misma compilación en {expectedOffset}.'],
  },
  'plan.otherAppStarts': {
    title: 'La placa arranca {starting}, pero {name} va a {partition}.',
    cause: 'La placa ya se actualizó antes de forma inalámbrica (OTA), y desde entonces arranca su otra aplicación.',
    steps: [
      'Muévalo a {expectedOffset}, donde empieza {starting}.',
      'O añada los datos OTA de la misma compilación (ota_data_initial.bin o boot_app0.bin), que hacen arrancar la primera aplicación.',
    ],
  },
  'plan.everythingErased': {
    title: 'Primero se borra todo en la placa: se perderán los ajustes guardados, la Wi-Fi y los archivos.',
    cause: '«Borrar todo primero» está activado.',
    steps: ['Desactive «Borrar todo primero» para conservarlos.'],
  },
  'plan.dataOverwritten': {
    title: 'Lo guardado en la placa se sobrescribirá con {name}: {partitions}.',
    cause:
      'El archivo abarca también ese espacio, como suele hacer un firmware completo, o su dirección es incorrecta.',
    steps: ['Haga antes una copia si lo necesita, o deje fuera el archivo.'],
  },
  'plan.dataOutOfReach': {
    title: 'La nueva tabla de particiones no tiene sitio para lo guardado en la placa: {partitions}.',
    cause: 'El nuevo firmware divide la memoria flash de otra manera.',
    steps: [
      'Haga antes una copia si lo necesita.',
      'O use firmware con la misma tabla de particiones que la de la placa.',
    ],
  },
  'plan.settingsWithheld': {
    title: '{name} trae sus propios ajustes guardados ({partitions}). Se dejan fuera, para que los suyos se queden.',
    cause: '«Conservar mis ajustes» está activado.',
    steps: ['Escriba el archivo tal cual para reemplazar los ajustes de la placa, como al restaurar una copia.'],
  },
};
