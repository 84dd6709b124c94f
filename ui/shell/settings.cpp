#include "ui/shell/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>
#include <algorithm>

#include "core/project/process_mark.h"

namespace segad::ui::settings {

namespace {
constexpr int kRecent = 10;
const QString kPictureFolder = QStringLiteral("pictures");
const QString kRecentKey = QStringLiteral("recent");
const QString kOpenGroup = QStringLiteral("open");

/// Slashes would make groups.
QString flat(const QString& text) {
    return QString::fromLatin1(text.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
}

QString projectKey(const QString& project, const char* name) {
    return QStringLiteral("projects/%1/%2").arg(flat(project), QLatin1String(name));
}

QString openKey(const QString& process) {
    return kOpenGroup + QLatin1Char('/') + flat(process);
}

const QString kLayouts = QStringLiteral("layouts");

QString layoutKey(const QString& name) {
    return kLayouts + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(name));
}
}  // namespace

Theme theme() {
    return themeFromString(QSettings().value(QStringLiteral("theme")).toString());
}
void setTheme(Theme theme) {
    QSettings().setValue(QStringLiteral("theme"), toString(theme));
}

QString language() {
    return QSettings().value(QStringLiteral("language")).toString();
}
void setLanguage(const QString& code) {
    QSettings().setValue(QStringLiteral("language"), code);
}

bool advanceAfterLabelling() {
    return QSettings().value(QStringLiteral("advance")).toBool();
}
void setAdvanceAfterLabelling(bool on) {
    QSettings().setValue(QStringLiteral("advance"), on);
}

QList<RecentProject> recentProjects() {
    const QSettings store;
    QList<RecentProject> projects;
    for (const QString& file : store.value(kRecentKey).toStringList()) {
        projects.push_back({.file = file,
                            .opened = store.value(projectKey(file, "opened")).toDateTime(),
                            .parts = store.value(projectKey(file, "parts"), -1).toInt(),
                            .pinned = store.value(projectKey(file, "pinned")).toBool()});
    }
    std::stable_partition(projects.begin(), projects.end(),
                          [](const RecentProject& project) { return project.pinned; });
    return projects;
}

void addRecentProject(const QString& file, int parts) {
    QSettings store;
    QStringList files = store.value(kRecentKey).toStringList();
    files.removeAll(file);
    files.prepend(file);
    int others = 0;
    files.removeIf([&](const QString& known) {
        return !store.value(projectKey(known, "pinned")).toBool() && ++others > kRecent;
    });
    store.setValue(kRecentKey, files);
    store.setValue(projectKey(file, "opened"), QDateTime::currentDateTime());
    store.setValue(projectKey(file, "parts"), parts);
}

void pinProject(const QString& file, bool pinned) {
    QSettings().setValue(projectKey(file, "pinned"), pinned);
}

void forgetProject(const QString& file) {
    QSettings store;
    QStringList files = store.value(kRecentKey).toStringList();
    files.removeAll(file);
    store.setValue(kRecentKey, files);
    store.remove(projectKey(file, "pinned"));
}

void setOpenProject(const QString& file) {
    const QString key = openKey(QString::fromStdString(currentProcessMark()));
    QSettings store;
    if (file.isEmpty())
        store.remove(key);
    else
        store.setValue(key, file);
    store.sync();  // now: whoever is killed does not come to it later
}

QString takeLeftOpenProject() {
    QSettings store;
    QString left;
    store.beginGroup(kOpenGroup);
    for (const QString& key : store.childKeys()) {
        const QByteArray mark = QByteArray::fromBase64(key.toLatin1(), QByteArray::Base64UrlEncoding);
        if (processStateOf(mark.toStdString()) != ProcessState::Gone) continue;
        left = store.value(key).toString();
        store.remove(key);
    }
    return left;
}

QByteArray windowGeometry() {
    return QSettings().value(QStringLiteral("window/geometry")).toByteArray();
}
QByteArray windowLayout() {
    return QSettings().value(QStringLiteral("window/layout")).toByteArray();
}

void setWindow(const QByteArray& geometry, const QByteArray& layout) {
    QSettings store;
    store.setValue(QStringLiteral("window/geometry"), geometry);
    store.setValue(QStringLiteral("window/layout"), layout);
}

QStringList layouts() {
    QStringList names;
    QSettings store;
    store.beginGroup(kLayouts);
    for (const QString& key : store.childKeys())
        names << QUrl::fromPercentEncoding(key.toLatin1());
    return names;
}

QByteArray layout(const QString& name) {
    return QSettings().value(layoutKey(name)).toByteArray();
}

void setLayout(const QString& name, const QByteArray& arrangement) {
    if (arrangement.isEmpty())
        QSettings().remove(layoutKey(name));
    else
        QSettings().setValue(layoutKey(name), arrangement);
}

QString projectFolder() {
    for (const QString& file : QSettings().value(kRecentKey).toStringList()) {
        if (const QFileInfo info(file); info.dir().exists()) return info.absolutePath();
    }
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString pictureFolder() {
    const QString last = QSettings().value(kPictureFolder).toString();
    if (QFileInfo(last).isDir()) return last;
    return QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
}
void setPictureFolder(const QString& folder) {
    QSettings().setValue(kPictureFolder, folder);
}

int hintPutAway(const QString& project) {
    return QSettings().value(projectKey(project, "hint")).toInt();
}
void setHintPutAway(const QString& project, int hint) {
    QSettings().setValue(projectKey(project, "hint"), hint);
}

qlonglong lastPart(const QString& project) {
    return QSettings().value(projectKey(project, "part")).toLongLong();
}
int lastWorkspace(const QString& project) {
    return QSettings().value(projectKey(project, "workspace")).toInt();
}

void setLast(const QString& project, qlonglong part, int workspace) {
    QSettings store;
    store.setValue(projectKey(project, "part"), part);
    store.setValue(projectKey(project, "workspace"), workspace);
}

}  // namespace segad::ui::settings
