/**
 * What a browser says by itself when the network fails. The media library knocks at `/rtc` with its old token as well, and
 * is turned away there until the seat is back.
 */
export const lineFails =
  /ERR_|WebSocket (connection|is closed)|status of 50\d|Failed to fetch|status of 40[134].* at \/rtc\//;
