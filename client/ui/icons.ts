/**
 * Our own icons: path data on a 24 px grid, drawn with a 1.75 stroke and round ends by `Icon`.
 * One constant each, so that a screen carries only the icons it shows.
 */

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** A bead on a thread between two posts: what is now. */
export const nowIcon = `${circle(12, 12, 3.2)}M3 12h5.8M15.2 12H21M3 7v10M21 7v10`;
export const agendaIcon = `M6 4v16${circle(6, 7, 1.7)}${circle(6, 16, 1.7)}M11 7h9M11 16h6`;
export const chatIcon = 'M4 5.500h16v11h-9L6.5 20v-3.500H4zM8 9.500h8M8 12.700h5';
/** A speech bubble with a heart: somebody to talk to. */
export const talkIcon =
  'M20.500 11.300c0 4-3.800 7.200-8.500 7.200-1.100 0-2.200-.2-3.200-.5L4 20l1.300-3.800c-1.200-1.300-1.800-3-1.800-4.900C3.500 7.300 7.300 4 12 4s8.500 3.300 8.500 7.300zM12 14.600c-2-1.300-2.800-2.200-2.800-3.300a1.500 1.500 0 0 1 2.800-.7 1.500 1.500 0 0 1 2.800.7c0 1.100-.8 2-2.800 3.300z';
export const phoneIcon =
  'M7.500 4l2.200 4.300-1.700 1.700a10.500 10.500 0 0 0 6 6l1.700-1.700L20 16.500V19a1.500 1.500 0 0 1-1.700 1.500C10.800 19.700 4.300 13.200 3.500 5.700A1.500 1.500 0 0 1 5 4z';
export const peopleIcon = `${circle(9, 8.5, 3.4)}M3 20c.3-4 2.7-6 6-6s5.7 2 6 6M15.5 5.400a3.3 3.3 0 0 1 0 6.300M17.5 14.500c2 .7 3.3 2.5 3.5 5.5`;
export const personIcon = `${circle(12, 8, 3.8)}M4.500 20.500c.4-4.500 3.300-6.700 7.500-6.700s7.100 2.200 7.500 6.700`;
export const handIcon =
  'M7 13V6.800a1.4 1.4 0 0 1 2.8 0V11M9.8 10.500V4.900a1.4 1.4 0 0 1 2.8 0v5.600M12.6 10.500V5.700a1.4 1.4 0 0 1 2.8 0V12M15.4 11.500V8.300a1.4 1.4 0 0 1 2.8 0V14c0 4-2.5 6.7-6 6.7-2.8 0-4.3-1.2-5.7-3.700l-2.4-4.200a1.4 1.4 0 0 1 2.4-1.400L7.5 13';
export const moreIcon = circle(5.5, 12, 1.2) + circle(12, 12, 1.2) + circle(18.5, 12, 1.2);
export const leaveIcon =
  'M10.5 4H6a1.5 1.5 0 0 0-1.5 1.500v13A1.5 1.5 0 0 0 6 20h4.500M10 12h10M16.5 8l4 4-4 4';
export const closeIcon = 'M6 6l12 12M18 6L6 18';
export const expandIcon =
  'M9.500 4H4v5.500M14.500 4H20v5.500M9.500 20H4v-5.500M14.500 20H20v-5.500';
export const plusIcon = 'M12 5v14M5 12h14';
export const checkIcon = 'M4.5 12.500l5 5 10-11';
export const upIcon = 'M6 14.500l6-6 6 6';
export const downIcon = 'M6 9.500l6 6 6-6';
export const offlineIcon = `M4.5 10a11 11 0 0 1 6-2.900M14 7.200a11 11 0 0 1 5.5 2.800M7.5 13.500a6.6 6.6 0 0 1 4-1.9${circle(12, 17.5, 1.3)}M4 4l16 16`;
export const placeIcon = `M12 20.500c-4-4.3-6-7.6-6-10.300a6 6 0 0 1 12 0c0 2.7-2 6-6 10.300z${circle(12, 10.2, 2)}`;
export const keyIcon = `${circle(7.5, 15.5, 4)}M10.5 12.500L19 4M15.5 7.500l3 3`;
export const microphoneIcon =
  'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11.500a6.5 6.5 0 0 0 13 0M12 18v3';
export const microphoneOffIcon =
  'M9 9v2a3 3 0 0 0 4.8 2.400M15 10V6a3 3 0 0 0-5.7-1.300M5.5 11.500a6.5 6.5 0 0 0 10.4 5.200M18.3 13a6.5 6.5 0 0 0 .2-1.500M12 18v3M4 3.500l16 17';
/** A loudspeaker with a cross: not in the sound at all, which is another thing than muted. */
export const noSoundIcon =
  'M4 9.500h3.500L12 5.500v13L7.5 14.500H4zM15.5 9.500l5 5M20.5 9.500l-5 5';
export const soundIcon =
  'M4 9.500h3.500L12 5.500v13L7.5 14.500H4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.500a7.8 7.8 0 0 1 0 11';
export const cameraIcon =
  'M5.5 6.500H13a2.5 2.5 0 0 1 2.5 2.500v6a2.500 2.500 0 0 1-2.5 2.500H5.500A2.5 2.500 0 0 1 3 15V9a2.500 2.500 0 0 1 2.500-2.500zM15.500 11l5-3v8l-5-3z';
export const cameraOffIcon =
  'M9 6.500h4a2.500 2.500 0 0 1 2.500 2.500v3.500M15.500 11l5-3v8l-3-1.800M13.500 17.500h-8A2.500 2.500 0 0 1 3 15V9a2.500 2.500 0 0 1 2-2.450M4 3.500l16 17';
export const screenIcon =
  'M5 4.500h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM9 20h6M12 16.500V20M12 13.500V8M9.500 10.300L12 7.800l2.500 2.500';
export const spotlightIcon = `M12 3.500v2.200M5.300 6.300l1.500 1.500M18.700 6.300l-1.500 1.500M3 13h2M19 13h2${circle(12, 12.5, 3.6)}M6 20.500c.7-2.600 2.900-4 6-4s5.300 1.400 6 4`;
/** A small window that lies over a large one. */
export const ownWindowIcon =
  'M10 18.500H5a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2V10M14 13h6a1 1 0 0 1 1 1v4.500a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1V14a1 1 0 0 1 1-1z';
/** A drawing pin: for oneself alone, where the spotlight is for all. */
export const pinIcon =
  'M8.500 3.500h7M9.800 3.500v6.200L7 13v1.800h10V13l-2.800-3.300V3.500M12 14.800v6';
export const pauseIcon = 'M9 5.500v13M15 5.500v13';
export const lockIcon =
  'M7 10.500h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM8.500 10.500V7.500a3.500 3.500 0 0 1 7 0v3';
export const doorIcon = 'M6 20.500v-16h10v16M3.500 20.500h17M13 12.300v.9';
export const everyoneIcon = `${circle(12, 7.5, 2.8)}M7.500 17c.3-3 2-4.600 4.500-4.600s4.200 1.600 4.500 4.600M4 9.500a1.900 1.900 0 1 1 2.400 1.900M20 9.500a1.900 1.900 0 1 0-2.400 1.900M2.500 16.500c.2-1.900 1-3 2.400-3.300M21.500 16.500c-.2-1.900-1-3-2.400-3.300M6 20.500h12`;
/** What is said, in writing. */
export const captionIcon =
  'M3.500 5.500h17v11h-8L8.500 20v-3.500h-5zM6.500 9h4M13 9h4.500M6.500 12.700h6.500M15.500 12.700h2';
export const keyboardIcon = 'M3 6.500h18v11H3zM7 10.200h.01M11 10.200h.01M15 10.200h2M7 13.800h10';
export const playIcon = 'M8 5.500v13l10.5-6.500z';
export const networkIcon = `M4.5 10a11 11 0 0 1 15 0M7.5 13.500a6.6 6.6 0 0 1 9 0${circle(12, 17.5, 1.3)}`;
export const calendarIcon =
  'M6 5h12a2.500 2.500 0 0 1 2.500 2.500v10.500a2.500 2.500 0 0 1-2.500 2.500H6a2.500 2.500 0 0 1-2.500-2.500V7.500A2.500 2.500 0 0 1 6 5zM3.500 10h17M8 3v4M16 3v4M8 14.500h3';
export const warningIcon = 'M12 4.500l8.500 15h-17zM12 10.500v4M12 17v.1';
export const documentIcon = 'M6 3.500h8.500L19 8v12.500H6zM14 3.500V8.500h5M9 12.500h7M9 16h5';
/** A sheet with its last line done. */
export const assignmentIcon =
  'M6 3.500h12v17H6zM9 8h6M9 11.500h6M9.200 15.800l1.800 1.700 3.500-3.500';
export const downloadIcon = 'M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 20h14';
export const editIcon = 'M5 19l1-4.500L16 4.500l3.500 3.500-10 10zM14 6.500l3.500 3.500';
/** A face that is glad. */
export const reactIcon = `${circle(12, 12, 8.5)}M8.500 14.500c1.800 2.400 5.200 2.400 7 0M9 9.500h.01M15 9.500h.01`;
/** Hands that meet, and the sound of it. */
export const clapIcon =
  'M6.500 13.500l5-5 6 6-3.800 3.800a4.200 4.200 0 0 1-6 0l-1.200-1.200a2.500 2.500 0 0 1 0-3.600zM12.500 3.500v2.300M17.300 5.200l-1.400 1.900M20.500 9.500l-2.300.7';
export const agreeIcon =
  'M7 11v8.500H4V11zM7 11l3.500-6.500a1.800 1.800 0 0 1 2.500 1.700v3.300h5a1.800 1.800 0 0 1 1.800 2.100l-1 6a2.200 2.200 0 0 1-2.200 1.900H7';
export const heartIcon =
  'M12 19.500C6.500 15.500 4 12.800 4 9.500a4 4 0 0 1 8-1.300 4 4 0 0 1 8 1.300c0 3.300-2.500 6-8 10z';
export const laughIcon = `${circle(12, 12, 8.5)}M8 13h8a4 4 0 0 1-8 0zM9 9.300h.01M15 9.300h.01`;
export const wonderIcon = `${circle(12, 12, 8.5)}M9.500 9.700a2.500 2.500 0 1 1 3.600 2.200c-.8.4-1.100.9-1.100 1.700M12 16.500h.01`;
export const cheerIcon =
  'M12 4l2.300 5 5.400.6-4 3.700 1.100 5.400-4.800-2.700-4.800 2.700 1.100-5.400-4-3.700 5.400-.6z';
/** A sheet that is folded and goes to somebody. */
export const writeIcon = 'M3.500 6h17v12h-17zM4 6.500l8 6.500 8-6.500';
export const eyeIcon = `M2.500 12S6 5.800 12 5.800 21.500 12 21.500 12 18 18.200 12 18.200 2.500 12 2.500 12z${circle(12, 12, 2.8)}`;
export const trashIcon =
  'M4.500 7h15M9.500 7V4.500h5V7M6.500 7l1 13h9l1-13M10.500 11v5.500M13.500 11v5.500';
