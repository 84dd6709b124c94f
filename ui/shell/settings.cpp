#include "ui/shell/settings.h"

#include <QFileInfo>
#include <QSettings>
#include <QUrl>

namespace segad::ui::settings {

namespace {
constexpr int kRecent = 10;

QString projectKey(const QString& project, const char* name) {
    // Slashes would make groups.
    return QStringLiteral("projects/%1/%2")
        .arg(QString::fromLatin1(project.toUtf8().toBase64(QByteArray::Base64UrlEncoding)),
             QLatin1String(name));
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

QStringList recentProjects() {
    QStringList files = QSettings().value(QStringLiteral("recent")).toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void addRecentProject(const QString& file) {
    QStringList files = recentProjects();
    files.removeAll(file);
    files.prepend(file);
    QSettings().setValue(QStringLiteral("recent"), files.mid(0, kRecent));
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
