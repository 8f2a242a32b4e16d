; What Ringside adds to the installers of electron-builder. It installs for one user, so every key and folder here is that
; user's own.

; A warning ends the build. NSIS brings no Greek for a page of the asking installer that is never shown, and warns of that
; where electron-builder takes the languages in: from here to customHeader there is nothing of ours to be warned of.
!pragma warning push
!pragma warning disable all

!macro customHeader
  ; electron-builder has these in English where Greek is asked for: the later one counts.
  LangString installing ${LANG_GREEK} "Γίνεται εγκατάσταση, παρακαλώ περιμένετε…"
  LangString areYouSureToUninstall ${LANG_GREEK} "Να απεγκατασταθεί το ${PRODUCT_NAME};"
  LangString appClosing ${LANG_GREEK} "Το ${PRODUCT_NAME} κλείνει…"
  LangString x64WinRequired ${LANG_GREEK} "Χρειάζεται Windows 64 bit"
  !pragma warning pop

  !ifdef BUILD_UNINSTALLER
    Var deletesData

    LangString askAboutData ${LANG_ENGLISH} "Your calls, contacts, notes and settings are in this folder:$\r$\n$\r$\n$APPDATA\Ringside$\r$\n$\r$\nThey stay there for the next time, unless you delete them now. Delete them for good?"
    LangString askAboutData ${LANG_GREEK} "Οι κλήσεις, οι επαφές, οι σημειώσεις και οι ρυθμίσεις σας είναι σε αυτόν τον φάκελο:$\r$\n$\r$\n$APPDATA\Ringside$\r$\n$\r$\nΜένουν εκεί για την επόμενη φορά, εκτός αν τις διαγράψετε τώρα. Να διαγραφούν οριστικά;"
  !endif
!macroend

; The installer that asks puts Ringside into a folder of this user, as the other one does: no page about all users.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend

; Asks before anything is removed. An update, or whoever uninstalls silently, is not asked and keeps the data. The one-click
; uninstaller is silent from here on, hence the look at its command line.
!macro customUnInit
  StrCpy $deletesData "0"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/S" $R1
  ${if} ${Errors}
  ${andIfNot} ${isUpdated}
  ${andIf} ${FileExists} "$APPDATA\Ringside\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(askAboutData)" IDNO +2
    StrCpy $deletesData "1"
  ${endIf}
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    ; "Start at login", under the name that Electron gives it, and what the task manager knows of it.
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}"

    ; Links of ringside:, if they lead to this program.
    ReadRegStr $R0 HKCU "Software\Classes\ringside\shell\open\command" ""
    StrLen $R1 '"$INSTDIR\'
    StrCpy $R0 $R0 $R1
    ${if} $R0 == '"$INSTDIR\'
      DeleteRegKey HKCU "Software\Classes\ringside"
    ${endIf}

    ; Downloads of updates.
    RMDir /r "$LOCALAPPDATA\ringside-updater"

    ${if} $deletesData == "1"
      RMDir /r "$APPDATA\Ringside"
    ${endIf}
  ${endIf}
!macroend
