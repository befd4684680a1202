package podo.e2e.load.sale.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.DoubleStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LinePlotTest {

    @Test
    void eachLineHasItsPointsBetweenTheAxes() throws Exception {
        Document svg = read(new LinePlot("Seats & fans")
                .line("sold", new double[] {0, 50, 100})
                .line("held <5 min", new double[] {100, 0, 0})
                .svg());
        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("Seats & fans");
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        // from the bottom left to the top: 0 is at 212, the highest value at 26
        assertThat(points(svg, 0)).isEqualTo("56.0,212.0 286.7,119.0 517.3,26.0");
        assertThat(points(svg, 1)).isEqualTo("56.0,26.0 286.7,212.0 517.3,212.0");
    }

    @Test
    void aLongSaleIsDrawnWithTheMeansOfItsSeconds() throws Exception {
        double[] seconds = DoubleStream.iterate(0, i -> i < 900, i -> i + 1).toArray();
        String[] points = points(
                        read(new LinePlot("Long").line("seconds", seconds).svg()), 0)
                .split(" ");
        assertThat(points).hasSize(300);
        // the mean of 0, 1 and 2, of 1,000 at the top
        assertThat(points[0]).isEqualTo("56.0,211.8");
    }

    @Test
    void nothingIsDrawnAsNothing() throws Exception {
        Document svg = read(new LinePlot("Nothing").line("none", new double[0]).svg());
        assertThat(points(svg, 0)).isEmpty();
        assertThat(points(
                        read(new LinePlot("Zero").line("zero", new double[] {0}).svg()), 0))
                .isEqualTo("56.0,212.0");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "6, 1", "7, 2", "30, 5", "100, 20", "900, 200", "20000, 5000"})
    void anAxisHasAtMostSixSteps(double most, double step) {
        assertThat(LinePlot.step(most)).isEqualTo(step);
    }

    private static String points(Document svg, int line) {
        return ((Element) svg.getElementsByTagName("polyline").item(line)).getAttribute("points");
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
