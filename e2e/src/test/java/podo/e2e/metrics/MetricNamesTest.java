package podo.e2e.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricNamesTest {

    @Test
    void namesAreWhatIsLeftWithoutFunctionsLabelsAndTimes() {
        assertThat(MetricNames.in(
                        "histogram_quantile(0.95, sum by (service, le) (rate(a_bucket{status=~\"5..\"}[5m]))) > 1"))
                .containsExactly("a_bucket");
        assertThat(MetricNames.in("max(waiting) > 0 and on() sum(rate(admitted_total[5m])) == 0"))
                .containsExactly("admitted_total", "waiting");
        assertThat(MetricNames.in("up{job=\"podo\"} == 0")).containsExactly("up");
        assertThat(MetricNames.in("a / b > 0.9 or c")).containsExactly("a", "b", "c");
    }

    @Test
    void theFilesHaveExpressions() {
        assertThat(MetricNames.expressions()).hasSizeGreaterThan(35);
        assertThat(MetricNames.inFiles())
                .contains("podo_outbox_age_seconds")
                .noneMatch(name -> name.matches("service|le|sum|rate"));
    }
}
