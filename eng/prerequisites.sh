# What must be there before anything can be built; sourced by ./faro and ./check.
# shellcheck shell=bash

# A sentence in the language of the terminal: Spanish unless it is English.
say() {
  case "${FARO_LANG:-${LANG:-}}" in
    en*) echo "$2" >&2 ;;
    *) echo "$1" >&2 ;;
  esac
}

need_sdk() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    say "Falta el SDK de .NET 10. Instálelo desde https://dotnet.microsoft.com/download/dotnet/10.0 y vuelva a intentarlo." \
      "The .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and try again."
    exit 1
  fi
}

need_node() {
  local major
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
  if [ "${major:-0}" -lt 20 ] || ! command -v npm >/dev/null; then
    say "Falta Node.js 20 o posterior con npm (aquí: ${major:-ninguno}). Instálelo desde https://nodejs.org y vuelva a intentarlo." \
      "Node.js 20 or later with npm is missing (here: ${major:-none}). Install it from https://nodejs.org and try again."
    exit 1
  fi
}
