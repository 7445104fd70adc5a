"""The source of the installer, in the language of WiX: for one user, without administrator rights.

Windows' own installer service does the work, so there is no setup program that an antivirus product has to trust, and
administrators of shops can roll it out. Nothing that users made lies in the installed folder: it stays. Only one thing
is beyond the service's tables, which take away at the end nothing but what they put there: the start with the session
that a user has switched on. The program itself takes that away, before its files go; not when a new version comes.

The compiler, wixl, knows no code page and would drop every Chinese letter, so the source is ASCII, and ``chinese`` puts
the real words into the finished database.
"""

import uuid
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.sax.saxutils import quoteattr

NAMES = uuid.UUID("6d2bb0a0-8a5c-5f6e-9f0b-3c1d7a3b9e11")  # never change it: all other identities come from it
UPGRADE = uuid.uuid5(NAMES, "upgrade")  # the same for every version: a new one replaces the old
_KEY = r"Software\Xiaoer\Setup"  # a component in a user's folder is known to Windows by a value in the registry
PROGRAM = "Xiaoer.exe"  # must be among the files
TASK_BAR = "Xiaoer.QuickReply"
CODE_PAGE = 936  # every Windows, whatever its language, turns it into its own letters
LANGUAGE = "x64;2052"  # what the database says it is for: simplified Chinese
FORGET = "--uninstalled"  # what the launcher is told, see launcher.c
# The numbers of the sequence are the places: 1500 is InstallInitialize, from where everything is undone when something
# fails; 3500 is RemoveFiles. The compiler sorts what it is told by names, but not into these places.
_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="{product}" UpgradeCode="{upgrade}" Name="Xiaoer" Manufacturer="Xiaoer" Version="{version}" Language="2052">
<Package InstallerVersion="500" Compressed="yes" InstallScope="perUser" Languages="2052"/>
<Upgrade Id="{upgrade}">
<UpgradeVersion Property="OLDER" Minimum="0.0.0" IncludeMinimum="yes" Maximum="{version}" IncludeMaximum="yes"/>
<UpgradeVersion Property="NEWER" Minimum="{version}" IncludeMinimum="no" OnlyDetect="yes"/>
</Upgrade>
<Condition Message="A newer version is installed.">NOT NEWER</Condition>
<MediaTemplate EmbedCab="yes"/>
<Icon Id="xiaoer.ico" SourceFile="{icon}"/>
<Property Id="ARPPRODUCTICON" Value="xiaoer.ico"/>
<Property Id="ARPNOMODIFY" Value="1"/>
<CustomAction Id="place" Execute="immediate" Impersonate="yes" Property="ARPINSTALLLOCATION" Value="[INSTALLDIR]"/>
<CustomAction Id="forget" FileKey="{program}" ExeCommand="{forget}" Execute="deferred" Impersonate="yes"
              Return="ignore"/>
<InstallExecuteSequence>
<RemoveExistingProducts Sequence="1501"/>
<Custom Action="place" Sequence="1001"/>
<Custom Action="forget" Sequence="3450">REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE</Custom>
</InstallExecuteSequence>
<Directory Id="TARGETDIR" Name="SourceDir">
<Directory Id="ProgramMenuFolder"/>
<Directory Id="LocalAppDataFolder">
<Directory Id="Programs" Name="Programs">
<Directory Id="INSTALLDIR" Name="Xiaoer">
"""
_MENU = """<DirectoryRef Id="ProgramMenuFolder"><Component Id="menu" Guid="{guid}">
<Shortcut Id="menu" Name="Xiaoer" Description="Xiaoer" Target="[INSTALLDIR]{program}" WorkingDirectory="INSTALLDIR"
          Icon="xiaoer.ico"/>
<RegistryValue Root="HKCU" Key="{key}" Name="menu" Type="integer" Value="1" KeyPath="yes"/>
</Component></DirectoryRef>
"""


def replaced(version: str) -> tuple[str, str]:
    """The older versions and the other builds of this one that it replaces: the compiler forgets the second half."""
    columns = "`UpgradeCode`, `VersionMin`, `VersionMax`, `Attributes`, `ActionProperty`"
    both = 0x100 + 0x200  # from that version on, up to this one, both included
    values = f"'{{{str(UPGRADE).upper()}}}', '0.0.0', '{version}', {both}, 'OLDER'"
    return (
        "DELETE FROM `Upgrade` WHERE `ActionProperty` = 'OLDER'",
        f"INSERT INTO `Upgrade` ({columns}) VALUES ({values})",
    )


def chinese() -> tuple[str, ...]:
    """What has to be said to the finished database, in its own SQL, once its code page is ``CODE_PAGE``."""
    wanted = (
        ("Property", "Value", "小二快答", "`Property` = 'ProductName'"),
        ("Shortcut", "Name", "小二快答", "`Shortcut` = 'menu'"),
        ("Shortcut", "Description", "客服快捷回复", "`Shortcut` = 'menu'"),
        ("Feature", "Title", "小二快答", "`Feature` = 'all'"),
        ("LaunchCondition", "Description", "已经装了更新的小二快答。", "`Condition` = 'NOT NEWER'"),
    )
    return tuple(f"UPDATE `{table}` SET `{column}` = '{text}' WHERE {row}" for table, column, text, row in wanted)


def identity(name: str) -> str:
    """An identity that is the same in every build."""
    return str(uuid.uuid5(NAMES, name)).upper()


def shortcut_property() -> str:
    """A table that the compiler does not know: the shortcut's name for the task bar, the same as the program's own."""
    columns = "MsiShortcutProperty\tShortcut_\tPropertyKey\tPropVariantValue"
    kinds = "s72\ts72\ts0\ts0\r\nMsiShortcutProperty\tMsiShortcutProperty"
    return f"{columns}\r\n{kinds}\r\ntaskbar\tmenu\tSystem.AppUserModel.ID\t{TASK_BAR}\r\n"


def source(version: str, files: list[str], folder: str, icon: str, content: str) -> str:
    """The whole source. ``files``: the program's files by path with ``/``; they lie in ``folder``.

    ``content`` stands for everything that is packed: another build of the same version replaces the one before, too.
    """
    files = sorted(files)
    refs: list[str] = []
    head = _HEAD.format(
        product=identity(f"product {version} {content}"),
        upgrade=str(UPGRADE).upper(),
        version=version,
        icon=_inner(icon),
        program=f"f{_name(PROGRAM)}",
        forget=FORGET,
    )
    body = [head, *_tree(files, PurePosixPath(), folder, refs), "</Directory></Directory></Directory></Directory>\n"]
    body.append(_MENU.format(guid=identity("menu"), key=_KEY, program=PROGRAM))
    body.append('<Feature Id="all" Level="1" Title="Xiaoer">\n')
    body += [f'<ComponentRef Id="{ref}"/>\n' for ref in [*refs, "menu"]]
    body.append("</Feature>\n</Product>\n</Wix>\n")
    return "".join(body)


def _tree(files: list[str], place: PurePosixPath, folder: str, refs: list[str]) -> Iterator[str]:
    """One component for the files of each folder; folders inside each other."""
    inside = [path for path in map(PurePosixPath, files) if place == PurePosixPath() or place in path.parents]
    here = [path for path in inside if path.parent == place]
    name = _name(str(place))
    refs.append(f"c{name}")
    yield f'<Component Id="c{name}" Guid="{identity(f"folder {place}")}" Win64="yes">\n'
    yield f'<RegistryValue Root="HKCU" Key="{_KEY}" Name="{name}" Type="integer" Value="1" KeyPath="yes"/>\n'
    yield f'<RemoveFolder Id="r{name}" On="uninstall"/>\n'
    for path in here:
        where = quoteattr(f"{folder}/{path}")
        yield f'<File Id="f{_name(str(path))}" Name={quoteattr(path.name)} Source={where}/>\n'
    yield "</Component>\n"
    for part in sorted({path.relative_to(place).parts[0] for path in inside if path.parent != place}):
        yield f'<Directory Id="d{_name(str(place / part))}" Name={quoteattr(part)}>\n'
        yield from _tree(files, place / part, folder, refs)
        yield "</Directory>\n"


def _name(path: str) -> str:
    """A short name that the tables of the installer can hold."""
    return uuid.uuid5(NAMES, path).hex


def _inner(value: str) -> str:
    return quoteattr(value)[1:-1]
