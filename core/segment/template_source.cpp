#include "core/segment/template_source.h"

#include <algorithm>
#include <memory>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/resize.h"
#include "core/nn/model_io.h"
#include "core/segment/doubt_bound.h"
#include "core/segment/local_flow.h"
#include "core/segment/painted_labels.h"
#include "core/segment/registration.h"
#include "core/segment/segment_source.h"

namespace segad {

namespace {
constexpr const char* kKey = "template";
/// Parts whose fit errors say what is usual.
constexpr std::size_t kSample = 24;
/// Templates that are fitted to the end; the others are too far off already after the coarse fit.
constexpr std::size_t kFinalists = 2;

struct Template {
    std::string path;
    cv::Mat rgb;     ///< side × side
    cv::Mat labels;  ///< side × side
    std::unique_ptr<Registrar> registrar;
};

std::unique_ptr<Template> makeTemplate(std::string path, cv::Mat rgb, cv::Mat labels) {
    auto made = std::make_unique<Template>();
    made->path = std::move(path);
    made->rgb = std::move(rgb);
    made->labels = std::move(labels);
    made->registrar = std::make_unique<Registrar>(RegistrationPicture(made->rgb));
    return made;
}

Motion motionFrom(const std::string& word) {
    for (const Motion motion : {Motion::Translation, Motion::Euclidean, Motion::Affine})
        if (word == toString(motion)) return motion;
    return Motion::Homography;
}

CoarseSearch coarseSearchFrom(const std::string& word) {
    if (word == "phase") return CoarseSearch::Phase;
    return word == "features" ? CoarseSearch::Features : CoarseSearch::Auto;
}

cv::Mat grey(const cv::Mat& rgb) {
    cv::Mat brightness;
    cv::cvtColor(rgb, brightness, cv::COLOR_RGB2GRAY);
    return brightness;
}

/// Which template fits best, and how.
struct Placed {
    std::size_t index = 0;
    RegistrationFit fit;
};

class TemplateSource : public SegmentSource {
public:
    explicit TemplateSource(const Json& params)
        : params_(params),
          names_(namesFromList(params.at("names").get<std::string>())),
          side_(params.at("side").get<int>()),
          refine_(params.at("refine").get<bool>()),
          bound_(params.at("bound").get<double>()),
          coarse_(coarseSearchFrom(params.at("coarse").get<std::string>())),
          leaveOut_(params.at("over_bound").get<std::string>() == "leave_out"),
          options_{.most = motionFrom(params.at("motion").get<std::string>())} {}

    void learnFrom(const Paintings& paintings) override;
    void prepare(std::span<const SegmentPart> parts, Job& job) override;
    std::vector<std::string> names() const override { return names_; }
    SegmentedPart segment(const SegmentPart& part) const override;
    Json settledParams() const override;
    bool hasModel() const override { return true; }
    void save(ModelWriter& writer) const override;
    void load(const ModelReader& model) override;

private:
    cv::Mat reduced(const cv::Mat& rgb) const {
        return resizeImage(rgb, {side_, side_}, ResizeMode::Antialias);
    }
    Placed place(const RegistrationPicture& picture) const;
    cv::Mat carried(const Placed& placed, const cv::Mat& rgb) const;

    Json params_;
    std::vector<std::string> names_;
    int side_;
    bool refine_;
    double bound_;  ///< 0 until it is settled
    CoarseSearch coarse_;
    bool leaveOut_;
    RegistrationOptions options_;
    std::vector<std::unique_ptr<Template>> templates_;
};

void TemplateSource::learnFrom(const Paintings& paintings) {
    if (paintings.parts.empty()) {
        throw Error(ErrorCode::NotFound, kKey, "no part has been painted as a template",
                    "Paint the segments of one part, or name a map: --template MAP.png=PART.");
    }
    names_ = paintings.names;
    templates_.clear();
    for (const PaintedPart& part : paintings.parts) {
        requireLabels(part, names_.size());
        cv::Mat labels;
        cv::resize(part.labels, labels, {side_, side_}, 0, 0, cv::INTER_NEAREST);
        if (cv::countNonZero(labels == PaintedPart::kUnpainted) > 0) {
            throw Error(ErrorCode::InvalidData, part.path, "is not painted all over",
                        "Paint every pixel of a template, or fill the rest with background.");
        }
        templates_.push_back(makeTemplate(part.path, reduced(part.rgb), labels));
    }
}

Placed TemplateSource::place(const RegistrationPicture& picture) const {
    std::vector<Placed> all;
    for (std::size_t i = 0; i < templates_.size(); ++i)
        all.push_back({.index = i, .fit = templates_[i]->registrar->coarse(picture, coarse_)});
    std::ranges::stable_sort(all, {}, [](const Placed& placed) { return placed.fit.error; });
    all.resize(std::min(all.size(), kFinalists));
    for (Placed& placed : all)
        placed.fit = templates_[placed.index]->registrar->fit(picture, placed.fit, options_);
    return *std::ranges::min_element(all, {}, [](const Placed& placed) { return placed.fit.error; });
}

cv::Mat TemplateSource::carried(const Placed& placed, const cv::Mat& rgb) const {
    const Template& from = *templates_[placed.index];
    cv::Mat labels;
    if (!refine_) {
        cv::warpPerspective(from.labels, labels, placed.fit.warp, from.labels.size(), cv::INTER_NEAREST,
                            cv::BORDER_REPLICATE);
        return labels;
    }
    cv::Mat laid;
    cv::warpPerspective(from.rgb, laid, placed.fit.warp, laid.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    // Flow and warp in one, so that labels are looked up once and stay sharp.
    cv::Mat places = localFlow(grey(rgb), grey(laid));
    const cv::Matx33d back = placed.fit.warp.inv();
    for (int y = 0; y < places.rows; ++y) {
        auto* place = places.ptr<cv::Vec2f>(y);
        for (int x = 0; x < places.cols; ++x) {
            const cv::Vec3d at = back * cv::Vec3d(x + static_cast<double>(place[x][0]),
                                                  y + static_cast<double>(place[x][1]), 1);
            place[x] = {static_cast<float>(at[0] / at[2]), static_cast<float>(at[1] / at[2])};
        }
    }
    cv::remap(from.labels, labels, places, cv::noArray(), cv::INTER_NEAREST, cv::BORDER_REPLICATE);
    return labels;
}

void TemplateSource::prepare(std::span<const SegmentPart> parts, Job& job) {
    if (templates_.empty()) learnFrom({});
    if (bound_ > 0) return;
    bound_ = usualDoubtBound(
        parts, kSample,
        [&](const SegmentPart& part) { return place(RegistrationPicture(reduced(part.rgb()))).fit.error; },
        job);
}

SegmentedPart TemplateSource::segment(const SegmentPart& part) const {
    const cv::Mat rgb = reduced(part.rgb());
    const Placed placed = place(RegistrationPicture(rgb));
    const double error = std::clamp(placed.fit.error, 0.0, 1.0);
    const bool flagged = bound_ > 0 && error > bound_;
    if (flagged && leaveOut_) {
        throw Error(ErrorCode::InvalidData, part.path,
                    "fits no template: its error is " + std::to_string(error) + ", the bound " +
                        std::to_string(bound_),
                    "Fix its map by hand, paint it as a further template, or raise the bound.");
    }
    return {.map = SegmentMap(carried(placed, rgb), static_cast<int>(names_.size()), part.path),
            .doubt = error,
            .flagged = flagged};
}

Json TemplateSource::settledParams() const {
    Json settled = params_;
    settled["names"] = listOfNames(names_);
    settled["bound"] = bound_;
    return settled;
}

void TemplateSource::save(ModelWriter& writer) const {
    Json paths = Json::array();
    for (std::size_t i = 0; i < templates_.size(); ++i) {
        const Template& each = *templates_[i];
        const std::string name = "template" + std::to_string(i);
        cv::Mat rgb;
        cv::Mat labels;
        each.rgb.convertTo(rgb, CV_32F);
        each.labels.convertTo(labels, CV_32F);
        const std::int64_t side = side_;
        writer.tensor(name + ".rgb", {side, side, 3},
                      std::vector<float>(rgb.ptr<float>(), rgb.ptr<float>() + rgb.total() * 3));
        writer.tensor(name + ".labels", {side, side},
                      std::vector<float>(labels.ptr<float>(), labels.ptr<float>() + labels.total()));
        paths.push_back(each.path);
    }
    writer.header({{"source", kKey}, {"names", names_}, {"parts", paths}});
}

void TemplateSource::load(const ModelReader& model) {
    const auto damaged = [&] {
        return Error(ErrorCode::InvalidData, model.path().string(), "holds no templates of this size",
                     "Make the segment maps again.");
    };
    const Json& header = model.header();
    if (header.value("source", "") != kKey || !header.contains("parts") || !header["parts"].is_array() ||
        header["parts"].empty())
        throw damaged();
    templates_.clear();
    for (std::size_t i = 0; i < header["parts"].size(); ++i) {
        const std::string name = "template" + std::to_string(i);
        std::vector<float> pixels = model.floats(name + ".rgb");
        std::vector<float> values = model.floats(name + ".labels");
        const auto total = static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_);
        const auto outside = [&](float value) {
            return !(value >= 0 && value < static_cast<float>(names_.size()));
        };
        if (pixels.size() != 3 * total || values.size() != total || std::ranges::any_of(values, outside) ||
            !header["parts"][i].is_string())
            throw damaged();
        cv::Mat rgb;
        cv::Mat labels;
        cv::Mat(side_, side_, CV_32FC3, pixels.data()).convertTo(rgb, CV_8U);
        cv::Mat(side_, side_, CV_32FC1, values.data()).convertTo(labels, CV_8U);
        templates_.push_back(makeTemplate(header["parts"][i].get<std::string>(), rgb, labels));
    }
}

ParamSchema schema() {
    return {
        {.key = "motion",
         .title = "Motion",
         .type = ParamType::Choice,
         .defaultValue = "homography",
         .choices = {"translation", "euclidean", "affine", "homography"},
         .help = "The freest motion that may lay the template over a part; simpler ones are tried first",
         .reference = "Evangelidis and Psarakis 2008"},
        {.key = "coarse",
         .title = "First placing",
         .type = ParamType::Choice,
         .defaultValue = "auto",
         .choices = {"auto", "phase", "features"},
         .help = "How the template is first laid over a part: by phase correlation, quick and for parts "
                 "that sit nearly alike; by corners that both have, for parts that lie turned; auto takes "
                 "corners where phase correlation fits poorly or finds the part turned",
         .reference = "Reddy and Chatterji 1996; Rublee et al. 2011"},
        {.key = "refine",
         .title = "Local refinement",
         .type = ParamType::Bool,
         .defaultValue = true,
         .help = "Lets segments bend and shift by some pixels after the whole template is in place",
         .reference = "Kroeger et al. 2016"},
        {.key = "bound",
         .title = "Largest fit error",
         .type = ParamType::Real,
         .defaultValue = 0.0,
         .minimum = 0.0,
         .maximum = 1.0,
         .help = "Parts that fit worse are flagged; 0 finds the bound from the parts themselves"},
        {.key = "over_bound",
         .title = "Beyond it",
         .type = ParamType::Choice,
         .defaultValue = "flag",
         .choices = {"flag", "leave_out"},
         .help = "What to do with a part that fits no template: flag its map, or make none"},
        {.key = "side",
         .title = "Map side",
         .type = ParamType::Int,
         .defaultValue = 256,
         .minimum = 64,
         .maximum = 1024,
         .unit = "px",
         .help = "Width and height of the segment map",
         .advanced = true},
        {.key = "names",
         .title = "Names",
         .type = ParamType::Text,
         .defaultValue = "",
         .help = "Names of the components in the order of their labels, separated by commas",
         .advanced = true}};
}
}  // namespace

SegmentSourceInfo templateSourceRow() {
    return {.key = kKey,
            .title = "From a template",
            .help =
                "For parts that sit nearly alike: paint the segments of one part, and they are carried to "
                "all the others.",
            .params = schema(),
            .painting = SegmentPainting::Templates,
            .create = [](const Json& params) -> std::unique_ptr<SegmentSource> {
                return std::make_unique<TemplateSource>(params);
            }};
}

}  // namespace segad
