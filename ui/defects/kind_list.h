// Which kinds of defects are generated, and the parameters of the one that is chosen.
#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "core/workflow/generation.h"

class QAction;
class QLabel;
class QListWidget;
class QPushButton;

namespace segad::ui {

class DefectForm;

class KindList : public QWidget {
    Q_OBJECT

public:
    /// `kinds` are ticked; `params` are of any kind, over its defaults, sizes in per cent.
    KindList(const std::vector<std::string>& kinds, std::map<std::string, Json> params,
             QWidget* parent = nullptr);

    /// The ticked kinds with their parameters (sizes in per cent), in the catalog's order.
    std::vector<DefectChoice> chosen() const;
    /// Whether one of the ticked kinds may take textures from a folder.
    bool takesTextures() const;
    /// Of all kinds that were changed, ticked or not.
    const std::map<std::string, Json>& params() const { return params_; }
    void setScale(const SizeScale& scale);

Q_SIGNALS:
    /// Other kinds are ticked.
    void chosenChanged();
    /// A parameter of a kind has changed.
    void paramsChanged(const std::string& kind, const segad::Json& params);

private:
    void showKind();

    QListWidget* list_;
    QLabel* help_;
    DefectForm* form_;
    QPushButton* reset_;
    std::map<std::string, Json> params_;
    std::string shown_;
};

}  // namespace segad::ui
