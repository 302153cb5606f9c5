# bash completion for gossamer
_gossamer() {
  local current=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]:-}
  local flags="--help"
  local analyzers=(
      --appends
      --assign
      --atomic
      --bools
      --buildtag
      --composites
      --copylocks
      --defers
      --directive
      --errorsas
      --httpresponse
      --ifaceassert
      --loopclosure
      --lostcancel
      --nilfunc
      --printf
      --shift
      --sigchanyzer
      --stdmethods
      --stringintconv
      --structtag
      --testinggoroutine
      --timeformat
      --unmarshal
      --unreachable
      --unsafeptr
      --unusedresult
      --waitgroup
    )
  case $command in
    run) flags="--incomplete --lang --tags --report-end --virtual-time --leaks --seed --memory-limit --gc-stress --verify --stdlib -e --help" ;;
    check) flags="--incomplete --lang --tags --stdlib -e --help" ;;
    vet) flags="${analyzers[*]} --incomplete --lang --tags --stdlib -e --help" ;;
    dump) flags="--tokens --ast --types --bytecode --incomplete --lang --tags --stdlib -e --help" ;;
    book) flags="--fix --lang --tags --virtual-time --seed --memory-limit --gc-stress --verify --stdlib -e --help" ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "run check vet dump book version --help --version" -- "$current"; compgen -f -X '!*.go' -- "$current")
  elif [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$current")
  elif [ "$command" = book ]; then
    mapfile -t COMPREPLY < <(compgen -f -X '!*.md' -- "$current"; compgen -d -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -X '!*.go' -- "$current"; compgen -d -- "$current")
  fi
}
complete -o filenames -F _gossamer gossamer
