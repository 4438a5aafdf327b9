import type { nvsTexts as english } from '../en/nvs';
import type { Widened } from '../messages';

/** As configurações que os programas guardam em uma placa, e o que se salva de uma placa. */
export const nvsTexts: Widened<typeof english> = {
  nvs: {
    title: 'Configurações na placa',
    text: 'O que seus programas guardam em NVS, como redes e nomes. A leitura reinicia a placa.',
    which: 'Partição',
    read: 'Ler as configurações',
    readAgain: 'Ler de novo',
    save: 'Salvar como CSV',
    needTable: 'Leia primeiro a tabela de partições: ela diz onde estão as configurações.',
    noPartition: 'A tabela de partições não tem partição para configurações (NVS).',
    esp8266: 'Um ESP8266 não tem essas configurações: seus programas guardam o que precisam do seu jeito.',
    tooLarge: 'A partição é grande demais para ser de configurações.',
    state: {
      empty: 'Nada está guardado ali ainda.',
      encrypted: 'As configurações são criptografadas (criptografia NVS). Só a própria placa pode lê-las.',
      foreign: 'O que está ali não é NVS. A flash pode estar criptografada, ou outro programa usa o lugar.',
      none: 'Não há valores.',
    },
    count: '{shown} de {count} valor | {shown} de {count} valores',
    use: '{used} de {count} linhas usadas, {erased} a limpar',
    filter: 'Filtro',
    filterHint: 'Namespace, chave ou valor',
    nothingFound: 'Nenhum valor contém isso.',
    showHidden: 'Mostrar valores ocultos',
    showHiddenHint: 'Senhas e chaves, reconhecidas pelos nomes',
    list: 'Valores',
    namespace: 'Namespace',
    key: 'Chave',
    type: 'Tipo',
    value: 'Valor',
    hidden: 'oculto',
    types: { string: 'texto', blob: 'bytes' },
    show: 'Mostrar o valor',
    hide: 'Ocultar',
    showAll: 'Mostrar inteiro',
    copy: 'Copiar o valor',
    choose: 'Escolha um valor para vê-lo inteiro.',
    cut: 'Há mais; a tabela salva tem tudo.',
    notes: 'O que ficou de fora',
    note: {
      damagedPage: 'Uma página está danificada e ficou de fora. | {count} páginas estão danificadas e ficaram de fora.',
      newerPage:
        'Uma página tem um formato mais novo e ficou de fora. | {count} páginas têm um formato mais novo e ficaram de fora.',
      entryChecksum:
        'Um valor tem a soma errada e ficou de fora. | {count} valores têm a soma errada e ficaram de fora.',
      entryShape: 'Um valor não faz sentido e ficou de fora. | {count} valores não fazem sentido e ficaram de fora.',
      dataChecksum:
        'Um texto ou blob está danificado e ficou de fora. | {count} textos ou blobs estão danificados e ficaram de fora.',
      unknownType:
        'Um valor é de tipo desconhecido e ficou de fora. | {count} valores são de tipo desconhecido e ficaram de fora.',
      chunkMissing: 'Um blob está incompleto e ficou de fora. | {count} blobs estão incompletos e ficaram de fora.',
      looseChunk: 'Uma parte de um blob não pertence a nada. | {count} partes de blobs não pertencem a nada.',
      overwritten:
        'Um valor mais antigo ainda estava lá; é mostrado o mais novo. | {count} valores mais antigos ainda estavam lá; são mostrados os mais novos.',
      unknownNamespace: 'Um valor pertence a um namespace sem nome. | {count} valores pertencem a namespaces sem nome.',
      partialPage: 'A partição não termina com uma página inteira.',
    },
    noteAt: 'Primeiro na página {page}.',
    saveTitle: 'Salvar as configurações como CSV',
    saveText:
      'O arquivo contém todos os valores em texto simples, inclusive senhas e chaves. Quem o receber pode lê-los. Está no formato que o nvs_partition_gen do ESP-IDF aceita.',
    saveButton: 'Escolher onde salvar',
    leftOut:
      'Um valor não está nele: o formato não tem lugar para ele. | {count} valores não estão nele: o formato não tem lugar para eles.',
  },
  boardFile: {
    button: 'Exportar como JSON',
    title: 'Exportar como JSON',
    text: 'Tudo o que foi lido desta placa, para outros programas.',
    withSecrets: 'Com senhas e chaves',
    withSecretsHint: 'Quem receber o arquivo pode lê-las.',
    noSecrets: 'As configurações não foram lidas; não estão incluídas.',
    save: 'Escolher onde salvar',
  },
  dialog: { cancel: 'Cancelar' },
};
