import type { findingTexts as english } from '../en/findings';
import type { Widened } from '../messages';

/** O que as placas imprimem quando algo está errado, em palavras simples. */
export const findingTexts: Widened<typeof english> = {
  finding: {
    crash: {
      title: 'O app travou',
      text: {
        read: 'Ele tentou ler do endereço {address}, onde não pode.',
        write: 'Ele tentou gravar no endereço {address}, onde não pode.',
        null: 'Ele usou algo que nunca foi preparado: um ponteiro que não leva a lugar nenhum (endereço {address}).',
        fetch:
          'Ele saltou para um lugar onde não há código, muitas vezes por um ponteiro de função que nunca foi definido.',
        illegalInstruction:
          'Ele encontrou algo que não é uma instrução. Muitas vezes é uma função sem valor de retorno, ou memória que foi sobrescrita.',
        divideByZero: 'Ele dividiu um número inteiro por zero.',
        unaligned: 'Ele leu ou gravou um número em um endereço que não combina com o tamanho dele ({address}).',
        cacheDisabled:
          'Ele executou código da flash em um momento em que a flash não podia ser lida, geralmente em uma interrupção.',
        stackOverflow: 'Uma tarefa usou mais pilha do que tem.',
        memoryProtection: 'Ele tocou em memória protegida.',
        doubleException:
          'Ele falhou de novo enquanto tratava uma falha. Na maioria das vezes, a pilha é pequena demais ou foi sobrescrita.',
        breakpoint: 'Ele encontrou um ponto de interrupção, e não há depurador.',
        interruptWatchdog: 'Uma interrupção demorou demais.',
        other: 'O processador desistiu: {printed}.',
      },
    },
    abort: {
      title: 'O app parou a si mesmo',
      text: 'O programa chamou abort(): ele encontrou algo que não pode ser. A linha anterior muitas vezes diz o quê.',
    },
    assert: {
      title: 'Uma verificação do programa falhou',
      text: 'O esperado era: {expression}. {where}',
    },
    errorCheck: {
      title: 'Uma função informou um erro que o app não trata',
      text: 'O erro é {name}. {where}',
    },
    stackOverflow: {
      title: 'A pilha de uma tarefa se esgotou',
      text: 'A tarefa {task} precisa de uma pilha maior: aumente-a onde a tarefa é criada, ou ponha menos em variáveis locais.',
    },
    stackSmashed: {
      title: 'Algo foi escrito além do fim de um array local',
      text: 'A função percebeu isso ao retornar. Procure arrays preenchidos sem conferir o tamanho.',
    },
    heapCorrupt: {
      title: 'A memória foi sobrescrita',
      text: 'Algo escreveu além do fim de um bloco de memória, ou o usou depois de liberá-lo. Aconteceu antes desta linha.',
    },
    outOfMemory: {
      title: 'O app ficou sem memória',
      text: 'Não havia um bloco de memória que ele pediu.',
    },
    uncaughtException: {
      title: 'Uma exceção de C++ não foi tratada',
      text: 'Do tipo {name}.',
      textUnnamed: 'O tipo não é informado.',
    },
    interruptWatchdog: {
      title: 'O app ficou preso com as interrupções desligadas',
      text: 'Uma rotina de interrupção ou uma seção travada demorou tanto que o watchdog agiu.',
    },
    taskWatchdog: {
      title: 'Uma tarefa não cede a vez',
      text: 'Estas não tiveram a sua vez a tempo: {tasks}. Algo roda por muito tempo sem pausa nem espera.',
      textUnnamed: 'Algo roda por muito tempo sem pausa nem espera.',
    },
    softWatchdog: {
      title: 'O app ficou preso por tempo demais',
      text: 'Um laço rodou sem delay() nem yield(), e por isso o watchdog reiniciou a placa.',
    },
    brownout: {
      title: 'A tensão de alimentação caiu',
      text: 'A placa reinicia porque não recebe corrente suficiente. Use um cabo USB curto e grosso e uma porta do próprio computador ou um hub com fonte própria; Wi-Fi e servos são os que mais consomem.',
    },
    emptyFlash: {
      title: 'Não há firmware onde o chip o procura',
      text: 'A flash está vazia ali. Grave um firmware completo: bootloader, tabela de partições e app, ou tudo em um só arquivo.',
    },
    invalidHeader: {
      title: 'O que está no lugar do bootloader não é firmware',
      text: 'Começa com {header}. Na maioria das vezes um arquivo foi gravado no endereço errado, ou a flash é criptografada.',
    },
    flashReadError: {
      title: 'O chip não consegue ler sua flash',
      text: 'Ou não há nada gravado no lugar do bootloader, ou o modo da flash não serve para a placa. Grave de novo no modo DIO.',
    },
    wrongFlashMode: {
      title: 'Provavelmente o modo de flash errado',
      text: 'O chip carrega o firmware no modo {mode} e depois não ouve mais nada. Muitas placas não têm as trilhas para isso: grave de novo no modo DIO.',
    },
    brokenImage: {
      title: 'O firmware na flash está danificado',
      text: {
        checksum:
          'A soma de verificação está errada. Grave de novo; se não resolver, tente uma frequência de flash menor ou o modo DIO.',
        hash: 'O hash está errado. Grave de novo; se não resolver, tente uma frequência de flash menor ou o modo DIO.',
        magic: 'A partição não contém um app. Talvez o app nunca tenha sido gravado, ou o foi em outro endereço.',
      },
    },
    noPartitionTable: {
      title: 'Não há tabela de partições',
      text: 'O bootloader não sabe onde está o app. Grave também a tabela de partições, ou tudo em um só arquivo.',
    },
    noApp: {
      title: 'Não há app que possa iniciar',
      text: 'O bootloader e a tabela de partições estão lá, mas nenhuma das partições de app contém um app. Grave o app no endereço dele.',
    },
    wrongChip: {
      title: 'O firmware é para outro chip',
      text: 'Foi compilado para {wanted}, e este é um {actual}. Compile ou baixe o firmware para este chip.',
    },
    wrongRevision: {
      title: 'O firmware é para outras versões deste chip',
      text: 'Ele exige a revisão {needed}, e este chip é {found}. Defina a menor revisão no projeto e compile de novo.',
    },
    flashTooSmall: {
      title: 'O firmware espera mais flash do que há',
      text: 'Ele supõe {header}, e a placa tem {actual}. Grave de novo com o tamanho da flash “Como na placa”, ou escolha o tamanho no projeto.',
    },
    secureBoot: {
      title: 'O firmware não está assinado com a chave certa',
      text: 'Este chip só inicia firmware que seu dono assinou.',
    },
    noPsram: {
      title: 'A memória extra (PSRAM) não responde',
      text: 'O firmware espera uma PSRAM que esta placa não tem, ou tem em outro modo (quad ou octal). Mude isso no projeto.',
    },
    settingsOutdated: {
      title: 'As configurações salvas não servem mais para o app',
      text: 'A partição de configurações (NVS) está cheia ou foi gravada por uma versão mais nova. Apagá-la resolve; as senhas de Wi-Fi e outras configurações são então perdidas.',
    },
    downloadMode: {
      title: 'A placa espera por um firmware',
      text: 'Ela iniciou em modo de download, por isso o app não roda. Reinicie-a sem segurar BOOT; se ela voltar para cá, algo está levando {pin} a nível baixo.',
      pin: 'o pino BOOT',
    },
    otherBootMode: {
      title: 'A placa não iniciou nem o app nem o modo de download',
      text: 'Algo leva os pinos de strapping ao nível errado (modo de boot {bootMode}). Desligue o que estiver ligado a eles e reinicie-a.',
    },
    restarted: {
      title: 'A placa iniciou',
      text: {
        powerOn: 'Porque recebeu energia, ou pelo botão RESET.',
        external: 'Porque alguém a reiniciou.',
        software: 'Porque o app pediu, ou depois de travar.',
        watchdog: 'Porque um watchdog agiu: o app ficou preso, ou nem chegou a iniciar.',
        interruptWatchdog: 'Porque interrupções demoraram demais.',
        taskWatchdog: 'Porque uma tarefa não cedeu a vez.',
        brownout: 'Porque a tensão de alimentação caiu.',
        deepSleep: 'Ela acordou do sono profundo.',
        usb: 'Porque o computador pediu por USB.',
        glitch: 'Por causa de uma perturbação na alimentação ou no clock.',
        unknown: 'O chip dá como motivo {printed}.',
      },
    },
    crashLoop: {
      title: 'A placa reinicia sem parar',
      text: 'Ela reiniciou sozinha {times} vezes em meio minuto. As notas ao lado desta dizem por quê.',
    },
    appStarted: {
      title: '{name} iniciou',
      text: 'Versão {version}.',
    },
  },
};
