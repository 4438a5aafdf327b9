import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos para `file.*`, `image.*` e `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: 'No se encontró {name}.',
    cause: 'Se movió, se renombró o se borró, o aún se está compilando.',
    steps: ['Compruebe el nombre y la carpeta, o elija de nuevo el archivo.'],
  },
  'file.unreadable': {
    title: 'No se puede leer {name}: {reason}.',
    cause: 'Pertenece a otro usuario, o lo tiene reservado otro programa.',
    steps: ['Compruebe que puede abrir el archivo, o cópielo a otra carpeta y elíjalo allí.'],
  },
  'file.empty': {
    title: '{name} está vacío.',
    cause: 'Probablemente la compilación o la descarga se detuvo a medias.',
    steps: ['Compile o descargue de nuevo el archivo.'],
  },
  'file.tooLarge': {
    title: '{name} es demasiado grande: {sizeBytes}, y el máximo es {limitBytes}.',
    cause: 'Probablemente no es un archivo de firmware.',
    steps: ['Compruebe que es el archivo correcto.'],
  },
  'file.changed': {
    title: '{name} cambió después de elegirlo.',
    cause: 'Probablemente se volvió a compilar mientras tanto.',
    steps: ['Elija de nuevo el archivo, para que lo que se comprueba sea lo que se escribe.'],
  },
  'file.isFolder': {
    title: '{name} es una carpeta.',
    cause: 'Hay una carpeta donde se espera un archivo.',
    steps: ['Elija un archivo de ella.'],
  },
  'file.notUnderstood': {
    title: 'No se pudo interpretar {name}: {reason}.',
    cause: 'Probablemente se cortó durante la descarga, o no es del tipo que indica su nombre.',
    steps: ['Compile o descargue de nuevo el archivo.', 'Compruebe que es firmware para un chip de Espressif.'],
  },
  'file.badLine': {
    title: 'La línea {line} de {name} no tiene sentido: «{text}».',
    cause: 'La línea no tiene el número correcto de campos, o contiene un valor que ninguna partición puede tener.',
    steps: ['Escríbala así: nombre, tipo, subtipo, desplazamiento, tamaño, indicadores, separados por comas.'],
  },
  'file.nothingInside': {
    title: 'No hay firmware en {name}.',
    cause: 'Probablemente el proyecto aún no está compilado, o es otra carpeta.',
    steps: [
      'Si es un proyecto, compílelo primero.',
      'Elija la carpeta cuyos archivos terminan en .bin, o uno de esos archivos.',
    ],
  },
  'file.tooManyInside': {
    title: '{name} contiene más de {limit} archivos.',
    cause: 'Probablemente no es un paquete de firmware.',
    steps: ['Elija en su lugar los archivos de firmware que contiene.'],
  },
  'file.encrypted': {
    title: '{name} está protegido con contraseña.',
    cause: 'Quien lo creó le puso una contraseña.',
    steps: ['Descomprímalo con su contraseña y elija la carpeta con los archivos descomprimidos.'],
  },
  'file.severalBuilds': {
    title: '{name} contiene más de una compilación: {builds}.',
    cause: 'El proyecto se compiló para varias placas o entornos.',
    steps: ['Elija la carpeta de la que quiere.'],
  },
  'file.partMissing': {
    title: '{name} menciona el archivo {part}, que no está.',
    cause: 'Probablemente la compilación no está completa, o solo se descomprimió una parte de la descarga.',
    steps: ['Compile de nuevo el proyecto, o descomprima toda la descarga.'],
  },
  'file.partRemote': {
    title: '{name} menciona {part}, que está en internet. No se descarga nada.',
    cause: 'Está hecho para un instalador en una página web, que obtiene sus archivos por su cuenta.',
    steps: ['Descargue ese archivo y elíjalo aquí.'],
  },
  'file.partOutside': {
    title: '{name} menciona {part}, que está fuera de su carpeta.',
    cause: 'Se hizo en un equipo con otras carpetas, o lo hizo alguien en quien no conviene confiar.',
    steps: ['Si confía en ese archivo, elíjalo por separado.'],
  },
  'file.notWritten': {
    title: 'No se pudo escribir {name}: {reason}.',
    cause: 'El disco está lleno, la carpeta ya no existe, o usted no puede escribir en ella.',
    steps: ['Compruebe que la carpeta existe, que puede escribir en ella y que el disco no está lleno.'],
  },
  'file.noRoom': {
    title: 'No hay sitio para {name}: faltan {missingBytes}.',
    cause: 'Todos los archivos, con lo que el sistema de archivos necesita para sí, son mayores que la partición.',
    steps: ['Quite archivos o redúzcalos, o use una partición mayor.'],
  },
  'file.nameTooLong': {
    title: 'El nombre {name} es demasiado largo: caben {limit} caracteres.',
    cause:
      'El sistema de archivos no tiene más sitio para un nombre. Las letras que no son de la A a la Z pueden contar varias veces.',
    steps: ['Use un nombre más corto.'],
  },
  'file.nameNotAllowed': {
    title: '{name} no puede ser un nombre aquí.',
    cause: 'Tiene caracteres que el sistema de archivos no admite, está dos veces o pasa por un archivo.',
    steps: ['Use otro nombre.'],
  },
  'file.noFolders': {
    title: '{name} es una carpeta, y este sistema de archivos no tiene.',
    cause: 'En SPIFFS las carpetas solo son parte del nombre de los archivos.',
    steps: ['Quite la carpeta; sus archivos conservan el nombre entero.'],
  },
  'file.isInput': {
    title: 'El resultado reemplazaría a {name}, del que se obtiene.',
    cause: 'Se eligió el mismo nombre para el origen y para el resultado.',
    steps: ['Elija otro nombre para el resultado.'],
  },
  'image.notBuilt': {
    title: 'No se puede hacer una imagen de {name}: {reason}.',
    cause:
      'Probablemente el programa se enlazó para otro chip, o con partes en zonas de memoria que una imagen no puede llenar.',
    steps: [
      'Compruebe que el chip y las opciones son adecuados para este programa.',
      'Mire el script del enlazador con el que se compiló.',
    ],
  },
  'input.notANumber': {
    title: '{what}: «{text}» no es un número válido.',
    cause: 'Probablemente sobra una letra, o el número es demasiado grande para este lugar.',
    steps: ['Escríbalo así: 0x10000, 65536, 64k o 4M.'],
  },
  'input.missing': {
    title: 'Falta algo: {what}.',
    cause: 'Se omitió una parte de la orden.',
    steps: ['Añádalo y vuelva a intentarlo.'],
  },
  'input.addressNotWanted': {
    title: '{name} trae sus propias direcciones; {text} está de más.',
    cause: 'El propio archivo dice adónde van sus partes.',
    steps: ['Omita la dirección.'],
  },
  'input.unknownOption': {
    title: '«{text}» no es una opción conocida.',
    cause: 'Probablemente está mal escrita, o pertenece a otro comando.',
    steps: [
      'Compruebe la ortografía; esplanade --help muestra los comandos, y esplanade help con un comando, sus opciones.',
    ],
  },
  'input.badChoice': {
    title: '{what}: «{text}» no es una de las opciones posibles.',
    cause: 'Probablemente está mal escrita, o es de otro chip o de otro comando.',
    steps: ['Elija una de estas: {choices}.'],
  },
};
