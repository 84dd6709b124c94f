#include "ui/session/part_index.h"

#include <QHash>
#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "core/base/file.h"
#include "ui/session/project_data.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
template <class Value>
QString word(Value value) {
    const std::string_view text = toString(value);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// End of the run of digits that begins at `at`, and where its first digit that counts is.
std::pair<std::size_t, std::size_t> digits(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    while (at + 1 < end && text[at] == '0')
        ++at;
    return {end, at};
}

std::string_view folderOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

/// Sorted as people do, "" (none) last.
QStringList sortedChoices(QStringList choices) {
    std::ranges::sort(choices, [](const QString& a, const QString& b) {
        if (a.isEmpty() || b.isEmpty()) return !a.isEmpty();
        return comesBefore(a.toStdString(), b.toStdString());
    });
    return choices;
}

QStringList distinct(const QStringList& values) {
    QStringList found = values;
    found.removeDuplicates();
    return found;
}
}  // namespace

bool PartQuery::isFiltering() const {
    return !text.isEmpty() || score.isFiltering() || picked.has_value() ||
           std::ranges::any_of(chosen, [](const auto& choices) { return !choices.empty(); });
}

bool comesBefore(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const auto [endA, firstA] = digits(a, i);
            const auto [endB, firstB] = digits(b, j);
            if (endA - firstA != endB - firstB) return endA - firstA < endB - firstB;
            const int order = a.substr(firstA, endA - firstA).compare(b.substr(firstB, endB - firstB));
            if (order != 0) return order < 0;
            i = endA;
            j = endB;
        } else {
            if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i;
            ++j;
        }
    }
    if (a.size() - i != b.size() - j) return a.size() - i < b.size() - j;
    return a < b;  // "07" and "7": some order, always the same
}

const QString& PartIndex::choice(Facet facet, std::size_t row) const {
    return choices(facet)[codes_[facetNumber(facet)][row]];
}

void PartIndex::setColumn(Facet facet, QStringList choices, const QStringList& values) {
    QHash<QString, int> codes;
    for (int code = 0; code < choices.size(); ++code)
        codes.insert(choices[code], code);
    std::vector<int>& column = codes_[facetNumber(facet)];
    column.resize(static_cast<std::size_t>(values.size()));
    for (qsizetype row = 0; row < values.size(); ++row)
        column[static_cast<std::size_t>(row)] = codes.value(values[row]);
    choices_[facetNumber(facet)] = std::move(choices);
}

void PartIndex::build(const ProjectData& data) {
    buildLabels(data);
    buildDefectTypes(data);
    buildFolders(data);
    buildVerdicts(data);
    buildRanks(data);
    QStringList roles;
    QStringList origins;
    texts_.clear();
    texts_.reserve(data.parts.size());
    for (const PartRecord& part : data.parts) {
        const auto role = data.roles.find(part.id);
        roles.push_back(word(role == data.roles.end() ? Role::None : role->second));
        origins.push_back(part.generated ? QStringLiteral("generated") : QStringLiteral("photographed"));
        texts_.push_back(searched(part));
    }
    setColumn(Facet::Role,
              {word(Role::Train), word(Role::Calibrate), word(Role::Fit), word(Role::Test), word(Role::None)},
              roles);
    setColumn(Facet::Origin, {QStringLiteral("photographed"), QStringLiteral("generated")}, origins);
}

void PartIndex::buildLabels(const ProjectData& data) {
    QStringList labels;
    labels.reserve(static_cast<qsizetype>(data.parts.size()));
    for (const PartRecord& part : data.parts)
        labels.push_back(word(part.label));
    setColumn(Facet::Label, {word(Label::Good), word(Label::Bad), word(Label::Unlabelled)}, labels);
}

void PartIndex::buildDefectTypes(const ProjectData& data) {
    QStringList types;
    types.reserve(static_cast<qsizetype>(data.parts.size()));
    for (const PartRecord& part : data.parts)
        types.push_back(QString::fromStdString(part.defectType));
    setColumn(Facet::DefectType, sortedChoices(distinct(types)), types);
}

void PartIndex::buildFolders(const ProjectData& data) {
    std::unordered_map<SourceId, std::string> prefixes;
    for (const SourceRecord& source : data.sources) {
        // One source needs no name: every folder would begin with it.
        if (data.sources.size() > 1) prefixes[source.id] = toUtf8(Path(source.path).filename()) + "/";
    }
    QStringList folders;
    folders.reserve(static_cast<qsizetype>(data.parts.size()));
    for (const PartRecord& part : data.parts) {
        const auto prefix = prefixes.find(part.source);
        std::string folder = prefix == prefixes.end() ? std::string() : prefix->second;
        folder += folderOf(part.path);
        if (folder.ends_with('/')) folder.pop_back();
        folders.push_back(QString::fromStdString(folder));
    }
    setColumn(Facet::Folder, sortedChoices(distinct(folders)), folders);
}

void PartIndex::buildVerdicts(const ProjectData& data) {
    const auto forests = data.scoredRuns(RunKind::Fit);
    const ThresholdRecord* thresholds = nullptr;
    if (!forests.empty()) {
        const auto found = data.thresholds.find(forests.front()->id);
        if (found != data.thresholds.end()) thresholds = &found->second;
    }
    QStringList verdicts;
    verdicts.reserve(static_cast<qsizetype>(data.parts.size()));
    for (const PartRecord& part : data.parts) {
        const ScoreRecord* score = thresholds == nullptr ? nullptr : data.score(forests.front()->id, part.id);
        verdicts.push_back(score == nullptr ? QString() : word(verdictOf(score->imageScore, *thresholds)));
    }
    setColumn(Facet::Verdict, {word(Verdict::Reject), word(Verdict::Review), word(Verdict::Pass), QString()},
              verdicts);
}

void PartIndex::buildRanks(const ProjectData& data) {
    std::vector<int> rows(data.parts.size());
    std::iota(rows.begin(), rows.end(), 0);
    const auto part = [&](int row) -> const PartRecord& { return data.parts[static_cast<std::size_t>(row)]; };
    std::ranges::stable_sort(rows, [&](int a, int b) {
        if (part(a).source != part(b).source) return part(a).source < part(b).source;
        return comesBefore(part(a).path, part(b).path);
    });
    ranks_.resize(rows.size());
    for (std::size_t rank = 0; rank < rows.size(); ++rank)
        ranks_[static_cast<std::size_t>(rows[rank])] = static_cast<int>(rank);
}

QString PartIndex::searched(const PartRecord& part) const {
    return QString::fromStdString(part.path + '\n' + part.defectType + '\n' + part.note).toLower();
}

void PartIndex::update(const ProjectData& data, std::span<const PartId> parts,
                       std::span<const PartId> reworded) {
    std::array<int, 3> labelCodes{};
    for (const Label label : {Label::Good, Label::Bad, Label::Unlabelled})
        labelCodes[static_cast<std::size_t>(label)] =
            static_cast<int>(choices(Facet::Label).indexOf(word(label)));
    for (const PartId id : parts) {
        const auto row = data.rowOf.find(id);
        if (row == data.rowOf.end()) continue;
        const Label label = data.parts[row->second].label;
        codes_[facetNumber(Facet::Label)][row->second] = labelCodes[static_cast<std::size_t>(label)];
    }
    bool newTypes = false;
    for (const PartId id : reworded) {
        const auto row = data.rowOf.find(id);
        if (row == data.rowOf.end()) continue;
        const PartRecord& part = data.parts[row->second];
        texts_[row->second] = searched(part);
        const qsizetype type = choices(Facet::DefectType).indexOf(QString::fromStdString(part.defectType));
        newTypes = newTypes || type < 0;
        codes_[facetNumber(Facet::DefectType)][row->second] = static_cast<int>(type);
    }
    if (newTypes) buildDefectTypes(data);
}

PartsFound PartIndex::find(const ProjectData& data, const PartQuery& query) const {
    PartsFound found;
    const std::size_t rows = texts_.size();
    found.matches.assign(rows, 0);
    PerFacet<std::vector<char>> allowed;
    for (const Facet facet : kFacets) {
        found.counts[facetNumber(facet)].assign(static_cast<std::size_t>(choices(facet).size()), 0);
        if (query.choices(facet).empty()) continue;
        for (const QString& choice : choices(facet))
            allowed[facetNumber(facet)].push_back(query.choices(facet).contains(choice) ? 1 : 0);
    }
    const QString text = query.text.toLower();
    const auto run = data.scores.find(query.score.run);
    const RunScores* scores = run == data.scores.end() ? nullptr : &run->second;
    if (scores != nullptr) found.scoreBins.assign(kScoreBins, 0);
    const double lowest = scores == nullptr ? 0 : scores->lowest;
    const double range = scores == nullptr ? 0 : scores->highest - lowest;

    for (std::size_t row = 0; row < rows; ++row) {
        int misses = 0;
        std::size_t missed = 0;
        for (std::size_t facet = 0; facet < kFacets.size(); ++facet) {
            if (allowed[facet].empty() || allowed[facet][static_cast<std::size_t>(codes_[facet][row])] != 0)
                continue;
            ++misses;
            missed = facet;
        }
        if (misses > 1 || (!text.isEmpty() && !texts_[row].contains(text))) continue;
        if (query.picked && !query.picked->parts.contains(data.parts[row].id)) continue;
        bool scoreFits = !query.score.isFiltering();
        if (scores != nullptr) {
            const auto score = scores->byPart.find(data.parts[row].id);
            if (score != scores->byPart.end()) {
                const double value = score->second.imageScore;
                scoreFits = value >= query.score.from.value_or(-std::numeric_limits<double>::infinity()) &&
                            value <= query.score.to.value_or(std::numeric_limits<double>::infinity());
                const int bin = range > 0 ? static_cast<int>((value - lowest) / range * kScoreBins) : 0;
                if (misses == 0)
                    ++found.scoreBins[static_cast<std::size_t>(std::clamp(bin, 0, kScoreBins - 1))];
            }
        }
        if (!scoreFits) continue;
        if (misses == 0) {
            found.matches[row] = 1;
            ++found.count;
        }
        for (std::size_t facet = 0; facet < kFacets.size(); ++facet) {
            // A part that one facet alone keeps out still counts for the other choices of that facet.
            if (misses == 0 || facet == missed)
                ++found.counts[facet][static_cast<std::size_t>(codes_[facet][row])];
        }
    }
    return found;
}

std::vector<double> PartIndex::sortKeys(const ProjectData& data, PartOrder order, RunId shownRun) const {
    const auto labelRank = [&](Label first, Label second, Label label) {
        if (label == first) return 0.0;
        return label == second ? 1.0 : 2.0;
    };
    std::vector<double> keys(data.parts.size(), 0);
    for (std::size_t row = 0; row < keys.size(); ++row) {
        const PartRecord& part = data.parts[row];
        switch (order) {
            case PartOrder::Path:
                break;
            case PartOrder::ScoreDescending:
            case PartOrder::ScoreAscending: {
                // Parts without a score come last in either direction.
                const ScoreRecord* score = data.score(shownRun, part.id);
                keys[row] = score == nullptr                      ? std::numeric_limits<double>::infinity()
                            : order == PartOrder::ScoreDescending ? -score->imageScore
                                                                  : score->imageScore;
                break;
            }
            case PartOrder::UnlabelledFirst:
                keys[row] = labelRank(Label::Unlabelled, Label::Bad, part.label);
                break;
            case PartOrder::BadFirst:
                keys[row] = labelRank(Label::Bad, Label::Good, part.label);
                break;
            case PartOrder::DefectType:
                keys[row] = codes_[facetNumber(Facet::DefectType)][row];
                break;
            case PartOrder::Newest:
                keys[row] = -static_cast<double>(part.modifiedNs);
                break;
        }
    }
    return keys;
}

std::vector<int> PartIndex::arranged(const ProjectData& data, const PartsFound& found, PartOrder order,
                                     RunId shownRun, std::optional<Facet> grouping) const {
    const std::vector<double> keys = sortKeys(data, order, shownRun);
    std::vector<int> rows;
    rows.reserve(static_cast<std::size_t>(found.count));
    for (std::size_t row = 0; row < found.matches.size(); ++row) {
        if (found.matches[row] != 0) rows.push_back(static_cast<int>(row));
    }
    const auto group = [&](std::size_t row) { return grouping ? codes_[facetNumber(*grouping)][row] : 0; };
    std::ranges::sort(rows, [&](int left, int right) {
        const auto a = static_cast<std::size_t>(left);
        const auto b = static_cast<std::size_t>(right);
        if (group(a) != group(b)) return group(a) < group(b);
        if (keys[a] != keys[b]) return keys[a] < keys[b];
        return ranks_[a] < ranks_[b];
    });
    return rows;
}

}  // namespace segad::ui
