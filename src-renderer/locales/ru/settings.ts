import type { settingsTexts as english } from '../en/settings';
import type { Widened } from '../messages';

/** Страница «Настройки». */
export const settingsTexts: Widened<typeof english> = {
  settings: {
    title: 'Настройки',
    appearance: 'Оформление',
    theme: 'Тема',
    themes: { system: 'Как в системе', light: 'Светлая', dark: 'Тёмная' },
    language: 'Язык',
    languageSystem: 'Как в системе ({name})',
    boards: 'Платы',
    showVirtual: 'Показывать виртуальные платы',
    showVirtualHint: 'Программные платы, чтобы пробовать всё без настоящей платы.',
    connection: 'Скорость',
    speedHint: 'Для записи и чтения. «Автоматически» берёт самую высокую рабочую скорость.',
    files: 'Файлы',
    watchBuilds: 'Следить за файлами в таблице',
    watchBuildsHint: 'Когда сборка их меняет, они читаются заново и предлагаются для прошивки.',
    signals: 'Звуки и уведомления',
    sounds: 'Звук в конце долгой операции',
    soundsHint: 'Один при успехе, другой при неудаче.',
    notifications: 'Уведомление в конце операции',
    notificationsHint: 'Системное, если окно не на переднем плане.',
    privacy: 'Конфиденциальность',
    privacyText: 'Esplanade ничего не запрашивает из сети и ничего не отправляет о вас, ваших платах и файлах.',
    data: 'Данные',
    dataText: 'Настройки и история хранятся в одной папке на этом компьютере.',
    showFolder: 'Показать папку',
    reset: 'Сбросить все настройки',
    resetQuestion: 'Сбросить все настройки? История и файлы останутся.',
    resetNow: 'Сбросить',
    about: 'О программе',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}, {platform}',
    saved: 'Изменения сохраняются сразу.',
  },
};
