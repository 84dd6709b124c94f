#include "core/segment/local_flow.h"

#include "core/base/module.h"

namespace segad {

cv::Mat localFlow(const cv::Mat& part, const cv::Mat& laid) {
    using Flow = void(const cv::Mat&, const cv::Mat&, cv::Mat&);
    static Flow* const run = Module::open("segad-flow").function<Flow>("segadLocalFlow");
    cv::Mat flow;
    run(part, laid, flow);
    return flow;
}

}  // namespace segad
