import { Show } from 'solid-js';
import { chooseDevice, chosenDevice, type DeviceKind } from '../../../platform/chosen-devices.ts';
import { useWords } from '../../../platform/language.ts';
import { Select } from '../../../ui/Select.tsx';
import { choiceWords } from './choice-words.ts';
import styles from './DeviceChoice.module.css';
import { type Device, isUnnamed, nameable } from './device-list.ts';

/** Chromium lists the browser's own choice once more, under this id. */
const LISTED_TWICE = 'default';

/** Which microphone, camera or loudspeaker is used, or in words why none can be chosen. Taken up at once, wherever one is. */
export function DeviceChoice(props: {
  readonly kind: DeviceKind;
  /** Undefined before the browser has answered. */
  readonly devices: readonly Device[] | undefined;
  /** Beside what is pressed, and only where there is a choice. */
  readonly brief?: boolean;
  /** A heading beside it says what is chosen. */
  readonly labelHidden?: boolean;
  readonly onChange?: () => void;
}) {
  const t = useWords(choiceWords);
  const named = () =>
    nameable(props.devices ?? [], props.kind).filter((one) => one.deviceId !== LISTED_TWICE);
  const unnamed = () => isUnnamed(props.devices ?? [], props.kind);
  const chosen = () => {
    const id = chosenDevice(props.kind);
    return id === undefined || id === LISTED_TWICE ? '' : id;
  };
  const unplugged = () =>
    chosen() !== '' && !named().some((device) => device.deviceId === chosen());
  const options = () => [
    { value: '', label: t().asInBrowser },
    ...named().map((device) => ({ value: device.deviceId, label: device.label })),
    ...(unplugged() ? [{ value: chosen(), label: t().notPluggedIn }] : []),
  ];
  const offered = () => named().length > (props.brief ? 1 : 0) || (!props.brief && unplugged());
  return (
    <Show when={props.devices}>
      <Show
        when={offered() && !unnamed()}
        fallback={
          <Show when={!props.brief}>
            <p class={styles.why}>
              <b>{t().device[props.kind]}</b>
              {unnamed() ? t().unnamed[props.kind] : t().noneToChoose[props.kind]}
            </p>
          </Show>
        }
      >
        <Select
          class={props.brief ? styles.brief : undefined}
          label={props.brief ? t().choose[props.kind] : t().device[props.kind]}
          labelHidden={props.labelHidden}
          groups={[{ options: options() }]}
          value={chosen()}
          onChange={(event) => {
            chooseDevice(props.kind, event.currentTarget.value);
            props.onChange?.();
          }}
        />
      </Show>
    </Show>
  );
}

/** Why there is nothing to choose, for one who has asked for a device and was told no. */
export function WhyNoChoice(props: {
  readonly kind: DeviceKind;
  readonly devices: readonly Device[] | undefined;
}) {
  const t = useWords(choiceWords);
  return (
    <Show when={isUnnamed(props.devices ?? [], props.kind)}>
      <p class={styles.why}>{t().unnamed[props.kind]}</p>
    </Show>
  );
}
