/* The program that users start: it loads Python from its own folder and hands over to it.

   Built twice: Xiaoer.exe has windows only (GUI), bin\xiaoer.exe talks to a console (CONSOLE). Nothing is unpacked,
   downloaded or written, no other program is started, and nothing of the surroundings (PYTHONPATH, PATH, the current
   folder) decides which code runs: python313._pth beside the library holds the only import path. */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#ifndef PYTHON_DLL
#error "PYTHON_DLL is the file name of Python's library"
#endif

typedef int (*python_main)(int, wchar_t **);

enum { ROOM = 32768 }; /* characters: the longest path that Windows knows */

static const wchar_t START_MODULE[] = L"xiaoer_start";

static int broken(const wchar_t *what)
{
    wchar_t text[512];
    _snwprintf(text, 511, L"小二快答没有启动：程序的文件不完整（%ls，错误 %lu）。\n请重新安装；您的话术和设置都还在。",
               what, GetLastError());
    text[511] = 0;
#ifdef CONSOLE
    DWORD written;
    HANDLE errors = GetStdHandle(STD_ERROR_HANDLE);
    if (WriteConsoleW(errors, text, (DWORD)wcslen(text), &written, NULL))
        return 1;
#endif
    MessageBoxW(NULL, text, L"小二快答", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
    return 1;
}

/* Cut the last part off a path; 0 when there is none. */
static int up(wchar_t *path)
{
    wchar_t *slash = wcsrchr(path, L'\\');
    if (!slash)
        return 0;
    *slash = 0;
    return 1;
}

/* The program's folder, without a slash at its end. */
static int own_folder(wchar_t *folder)
{
    DWORD length = GetModuleFileNameW(NULL, folder, ROOM);
    if (!length || length >= ROOM || !up(folder))
        return 0;
#ifdef CONSOLE
    return up(folder); /* out of bin */
#else
    return 1;
#endif
}

static int joined(wchar_t *target, const wchar_t *folder, const wchar_t *name)
{
    if (wcslen(folder) + wcslen(name) + 2 > ROOM)
        return 0;
    wcscpy(target, folder);
    wcscat(target, L"\\");
    wcscat(target, name);
    return 1;
}

#ifndef CONSOLE
/* What the installer calls when the program is taken away: nothing is left that would be started with the session. */
static int uninstalled(void)
{
    static const wchar_t key[] = L"Software\\Microsoft\\Windows\\CurrentVersion\\";
    static const wchar_t *const places[] = {L"Run", L"Explorer\\StartupApproved\\Run"};
    for (int at = 0; at < 2; at++) {
        wchar_t path[128];
        wcscpy(path, key);
        wcscat(path, places[at]);
        RegDeleteKeyValueW(HKEY_CURRENT_USER, path, L"Xiaoer"); /* it may well not be there */
    }
    return 0;
}
#endif

int wmain(int argc, wchar_t **argv)
{
#ifndef CONSOLE
    if (argc == 2 && !wcscmp(argv[1], L"--uninstalled"))
        return uninstalled();
#endif
    static wchar_t folder[ROOM], path[ROOM];
    SetDllDirectoryW(L""); /* the current folder is no place for libraries */
    if (!own_folder(folder) || !joined(path, folder, L"Xiaoer.exe"))
        return broken(L"Xiaoer.exe");
    SetEnvironmentVariableW(L"XIAOER_LAUNCHER", path);
    if (!joined(path, folder, L"runtime\\" PYTHON_DLL))
        return broken(PYTHON_DLL);
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (!python)
        return broken(PYTHON_DLL);
    python_main run = (python_main)(void *)GetProcAddress(python, "Py_Main");
    wchar_t **words = calloc((size_t)argc + 6, sizeof *words);
    if (!run || !words)
        return broken(L"Py_Main");
    int count = 0;
    words[count++] = argv[0];
    words[count++] = L"-I"; /* neither environment variables nor a user's own packages */
    words[count++] = L"-X";
    words[count++] = L"utf8";
    words[count++] = L"-m";
    words[count++] = (wchar_t *)START_MODULE;
    for (int at = 1; at < argc; at++)
        words[count++] = argv[at];
    return run(count, words);
}
