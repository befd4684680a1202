package podo.starter.trace;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.trace.NotableRequests.Notable;

/** What operators see of this process: Podo's own metrics and the last notable requests. The gateway does not route here. */
@RestController
class OperationsController {

    private static final String OWN = "podo.";

    /** @param figures by name and tags, as in {@code podo.payments{result=paid}}: a count, a gauge, or how often a timer ran */
    record Operations(Map<String, Double> figures, List<Notable> requests) {}

    private final ObjectProvider<MeterRegistry> meters;
    private final NotableRequests notable;

    OperationsController(ObjectProvider<MeterRegistry> meters, NotableRequests notable) {
        this.meters = meters;
        this.notable = notable;
    }

    @GetMapping("/operations")
    Operations operations() {
        Map<String, Double> figures = new TreeMap<>();
        meters.ifAvailable(registry -> registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith(OWN))
                .forEach(meter -> figures.put(nameOf(meter.getId()), valueOf(meter))));
        figures.values().removeIf(value -> !Double.isFinite(value));
        return new Operations(figures, notable.all());
    }

    private static String nameOf(Meter.Id id) {
        List<Tag> tags = id.getTags();
        return tags.isEmpty()
                ? id.getName()
                : tags.stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .collect(Collectors.joining(",", id.getName() + "{", "}"));
    }

    private static double valueOf(Meter meter) {
        for (var measurement : meter.measure()) {
            if (measurement.getStatistic() == Statistic.COUNT || measurement.getStatistic() == Statistic.VALUE) {
                return measurement.getValue();
            }
        }
        return Double.NaN;
    }
}
