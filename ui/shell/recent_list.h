// The projects that were open lately: name, folder, when, how many parts. Enter or a click opens one, P pins
// it to the top, Delete takes it off the list; the same in a menu, and as marks at the end of its line.
#pragma once

#include <QListWidget>

namespace segad::ui {

class RecentList : public QListWidget {
    Q_OBJECT

public:
    explicit RecentList(QWidget* parent = nullptr);

    /// Reads the settings anew; whether the files are still there is found out meanwhile.
    void reload();

Q_SIGNALS:
    void chosen(const QString& file);
    /// Something was pinned or taken off.
    void edited();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void lookForFiles();
    void open(const QListWidgetItem* item);
    void togglePin(const QListWidgetItem* item);
    void forget(const QListWidgetItem* item);
    void keepChosen(const QString& file);

    quint64 generation_ = 0;
};

}  // namespace segad::ui
