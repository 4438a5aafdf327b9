import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos para `file.*`, `image.*` e `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: 'No se encontró {name}.',
    steps: ['Compruebe el nombre y la carpeta, o elija de nuevo el archivo.'],
  },
  'file.unreadable': {
    title: 'No se puede leer {name}: {reason}.',
    steps: ['Compruebe que puede abrir el archivo, o cópielo a otra carpeta y elíjalo allí.'],
  },
  'file.empty': {
    title: '{name} está vacío.',
    steps: ['Compile o descargue de nuevo el archivo.'],
  },
  'file.tooLarge': {
    title: '{name} es demasiado grande: {sizeBytes}, y el máximo es {limitBytes}.',
    steps: ['Compruebe que es el archivo correcto.'],
  },
  'file.changed': {
    title: '{name} cambió después de elegirlo.',
    steps: ['Elija de nuevo el archivo, para que lo que se comprueba sea lo que se escribe.'],
  },
  'file.isFolder': {
    title: '{name} es una carpeta.',
    steps: ['Elija un archivo de ella.'],
  },
  'file.notUnderstood': {
    title: 'No se pudo interpretar {name}: {reason}.',
    steps: ['Compile o descargue de nuevo el archivo.', 'Compruebe que es firmware para un chip de Espressif.'],
  },
  'file.badLine': {
    title: 'La línea {line} de {name} no tiene sentido: «{text}».',
    steps: ['Escríbala así: nombre, tipo, subtipo, desplazamiento, tamaño, indicadores, separados por comas.'],
  },
  'file.nothingInside': {
    title: 'No hay firmware en {name}.',
    steps: [
      'Si es un proyecto, compílelo primero.',
      'Elija la carpeta cuyos archivos terminan en .bin, o uno de esos archivos.',
    ],
  },
  'file.tooManyInside': {
    title: '{name} contiene más de {limit} archivos.',
    steps: ['Elija en su lugar los archivos de firmware que contiene.'],
  },
  'file.encrypted': {
    title: '{name} está protegido con contraseña.',
    steps: ['Descomprímalo con su contraseña y elija la carpeta con los archivos descomprimidos.'],
  },
  'file.severalBuilds': {
    title: '{name} contiene más de una compilación: {builds}.',
    steps: ['Elija la carpeta de la que quiere.'],
  },
  'file.partMissing': {
    title: '{name} menciona el archivo {part}, que no está.',
    steps: ['Compile de nuevo el proyecto, o descomprima toda la descarga.'],
  },
  'file.partRemote': {
    title: '{name} menciona {part}, que está en internet. No se descarga nada.',
    steps: ['Descargue ese archivo y elíjalo aquí.'],
  },
  'file.partOutside': {
    title: '{name} menciona {part}, que está fuera de su carpeta.',
    steps: ['Si confía en ese archivo, elíjalo por separado.'],
  },
  'file.notWritten': {
    title: 'No se pudo escribir {name}: {reason}.',
    steps: ['Compruebe que la carpeta existe, que puede escribir en ella y que el disco no está lleno.'],
  },
  'file.isInput': {
    title: 'El resultado reemplazaría a {name}, del que se obtiene.',
    steps: ['Elija otro nombre para el resultado.'],
  },
  'image.notBuilt': {
    title: 'No se puede hacer una imagen de {name}: {reason}.',
    steps: [
      'Compruebe que el chip y las opciones son adecuados para este programa.',
      'Mire el script del enlazador con el que se compiló.',
    ],
  },
  'input.notANumber': {
    title: '{what}: «{text}» no es un número válido.',
    steps: ['Escríbalo así: 0x10000, 65536, 64k o 4M.'],
  },
  'input.missing': {
    title: 'Falta algo: {what}.',
    steps: ['Añádalo y vuelva a intentarlo.'],
  },
  'input.addressNotWanted': {
    title: '{name} trae sus propias direcciones; {text} está de más.',
    steps: ['Omita la dirección.'],
  },
  'input.unknownOption': {
    title: '«{text}» no es una opción conocida.',
    steps: [
      'Compruebe la ortografía; esplanade --help muestra los comandos, y esplanade help con un comando, sus opciones.',
    ],
  },
  'input.badChoice': {
    title: '{what}: «{text}» no es una de las opciones posibles.',
    steps: ['Elija una de estas: {choices}.'],
  },
};
