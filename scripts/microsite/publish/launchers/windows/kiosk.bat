@echo off
rem Hien ban dang dung, toan man hinh; trinh duyet tat thi mo lai.
rem Shows the version in use, full screen, and starts the browser again when it ends.
setlocal
if "%KIOSK_ROOT%"=="" set "KIOSK_ROOT=%~dp0"
set "BROWSER=%ProgramFiles%\Google\Chrome\Application\chrome.exe"
if not exist "%BROWSER%" set "BROWSER=%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe"
if not exist "%BROWSER%" set "BROWSER=%ProgramFiles%\Microsoft\Edge\Application\msedge.exe"
if not exist "%BROWSER%" echo Khong thay Chrome hay Edge / Chrome or Edge is missing & pause & exit /b 1
:start
set /p VERSION=<"%KIOSK_ROOT%\current.txt"
set "PROFILE=%TEMP%\microsite-kiosk"
rmdir /s /q "%PROFILE%" 2>nul
start "" /wait "%BROWSER%" --kiosk --incognito --noerrdialogs --disable-session-crashed-bubble --no-first-run --disable-pinch --overscroll-history-navigation=0 --disable-translate --disable-features=Translate,BackForwardCache --autoplay-policy=no-user-gesture-required --edge-kiosk-type=fullscreen --user-data-dir="%PROFILE%" "file:///%KIOSK_ROOT:\=/%/releases/%VERSION%/man-hinh-cho.html"
timeout /t 1 /nobreak >nul
goto start
