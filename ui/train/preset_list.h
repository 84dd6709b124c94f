// The choices for a user who knows no detector by name: Quick, Balanced, Paper, each with what it will cost,
// and Custom, which leaves the choice to the cards.
#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "core/workflow/train_presets.h"

class QGridLayout;
class QLabel;
class QRadioButton;

namespace segad::ui {

class PresetList : public QWidget {
    Q_OBJECT

public:
    explicit PresetList(QWidget* parent = nullptr);

    /// Key of the preset, empty for Custom.
    std::string chosen() const;
    void choose(const std::string& key);

    /// By key; what is absent has no estimate yet.
    void showPlans(const std::map<std::string, PresetPlan>& plans);

Q_SIGNALS:
    void chosenChanged();

private:
    struct Row {
        std::string key;
        QRadioButton* button;
        QLabel* cost;
        QLabel* text;
        QString summary;
    };
    void showTexts();
    void addRow(QGridLayout& grid, const std::string& key, const QString& title, const QString& summary);

    std::vector<Row> rows_;
};

}  // namespace segad::ui
