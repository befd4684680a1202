package podo.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podo.e2e.access.EndpointTable;
import podo.e2e.access.RoleTable;

/** No endpoint without its row in {@code docs/endpoints.md}, and no row without an endpoint of ours. */
@AnalyzeClasses(locations = MainClasses.class, importOptions = MainClasses.WithSource.class)
class EndpointsTest {

    private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";
    private static final Pattern METHOD_MAPPING =
            Pattern.compile("org\\.springframework\\.web\\.bind\\.annotation\\.(Get|Post|Put|Delete|Patch)Mapping");
    private static final Pattern ROUTE = Pattern.compile("\\.(GET|POST|PUT|DELETE)\\(\\s*\"(/[^\"]+)\"");
    private static final Pattern LIST_WITH_HOLES =
            Pattern.compile("@RequestParam(\\([^)]*\\))? (@Nullable )?List<(Long|Integer)>");
    private static final Pattern EXPOSED = Pattern.compile("endpoints\\.web\\.exposure\\.include: *(.+)");

    @ArchTest
    static void everyControllerMethodHasItsRow(JavaClasses classes) {
        Set<String> listed = listed();
        Set<String> found = classes.stream()
                .filter(Spring::isController)
                .flatMap(EndpointsTest::shapesOf)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).hasSizeGreaterThan(130);
        assertThat(found.stream().filter(shape -> !listed.contains(shape)))
                .as("endpoints without a row in docs/endpoints.md: write one with the status for each caller")
                .isEmpty();
    }

    @Test
    void everyRouteOfTheGatewaysOwnHasItsRow() {
        Set<String> routes = SourceTree.mainSources().stream()
                .map(SourceTree::text)
                .filter(source -> source.contains("RouterFunctions.route()"))
                .flatMap(source -> ROUTE.matcher(source).results())
                .map(route -> EndpointTable.shapeOf(route.group(1), route.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(routes).hasSizeGreaterThanOrEqualTo(4);
        assertThat(listed()).containsAll(routes);
    }

    @Test
    void everyExposedActuatorEndpointHasItsRow() {
        Set<String> exposed = Stream.concat(
                        SourceTree.files(SourceTree.ROOT.resolve("config-repo"), ".yml").stream(),
                        SourceTree.inModules("src/main/resources", "application.yml").stream())
                .flatMap(file -> SourceTree.findAll(EXPOSED, file).stream())
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(name -> "GET /actuator/" + name.strip())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(exposed).contains("GET /actuator/health", "GET /actuator/prometheus");
        assertThat(listed()).containsAll(exposed);
    }

    @Test
    void noRowIsWithoutAStatus() {
        assertThat(EndpointTable.rows())
                .allSatisfy(row -> assertThat(row.statuses())
                        .as("%s %s", row.method(), row.path())
                        .allMatch(status -> status.matches("\\d{3}(/\\d{3})*|–")));
    }

    /** What needs a token is 401 without one; what a service alone may call is refused to all people. */
    @Test
    void nobodyIsAnsweredOnlyWhatIsPublic() {
        List<EndpointTable.Row> rows = EndpointTable.rows();
        assertThat(rows.stream()
                        .filter(row -> row.path().startsWith("/internal/")
                                && !row.process().equals("gateway")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(
                                row.statuses().subList(0, row.statuses().size() - 1))
                        .as(row.path())
                        .allMatch(status -> status.equals("401") || status.equals("403") || status.equals("–")));
        assertThat(rows.stream()
                        .filter(row -> row.section().equals("gateway: pages")
                                && row.path().startsWith("/admin")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.statuses().subList(0, 3))
                        .as(row.path())
                        .allMatch(status -> Integer.parseInt(status) >= 300));
    }

    /** What an organiser is answered otherwise than a stranger, and all that belongs to a team, joins the test of calls and roles. */
    @Test
    void everyCallThatTakesARoleSaysWhichRight() {
        assertThat(RoleTable.calls().stream().map(RoleTable.Row::call))
                .as("docs/roles.md")
                .containsAll(callsOfRoles(EndpointTable.API))
                .hasSizeGreaterThan(50);
        assertThat(RoleTable.pages().stream().map(RoleTable.Row::call))
                .as("docs/roles.md")
                .containsAll(callsOfRoles(EndpointTable.PAGES))
                .hasSizeGreaterThan(50);
    }

    private static List<String> callsOfRoles(String section) {
        return EndpointTable.rows().stream()
                .filter(row -> row.section().equals(section))
                .filter(row -> row.differsForOrganisers() || row.path().contains("{team}"))
                .map(EndpointTable.Row::call)
                .toList();
    }

    /** {@code ?near=,} is a list with an empty element, which Spring makes null. */
    @Test
    void noListOfAQueryHasHoles() {
        assertThat(SourceTree.mainSources().stream()
                        .filter(file -> !file.toString().endsWith("Client.java")
                                && LIST_WITH_HOLES
                                        .matcher(SourceTree.text(file))
                                        .find())
                        .map(SourceTree::relative))
                .isEmpty();
    }

    private static Set<String> listed() {
        return EndpointTable.rows().stream().map(EndpointTable.Row::shape).collect(Collectors.toSet());
    }

    private static Stream<String> shapesOf(JavaClass controller) {
        List<String> bases =
                controller.isAnnotatedWith(MAPPING) ? paths(controller.getAnnotationOfType(MAPPING)) : List.of("");
        return controller.getMethods().stream()
                .flatMap(method -> method.getAnnotations().stream()
                        .filter(EndpointsTest::isMapping)
                        .flatMap(mapping -> bases.stream()
                                .flatMap(base -> paths(mapping).stream()
                                        .flatMap(path -> methods(mapping).stream()
                                                .map(verb -> EndpointTable.shapeOf(verb, clean(base + path)))))));
    }

    private static boolean isMapping(JavaAnnotation<JavaMethod> annotation) {
        String name = annotation.getRawType().getName();
        return name.equals(MAPPING) || METHOD_MAPPING.matcher(name).matches();
    }

    private static List<String> methods(JavaAnnotation<?> mapping) {
        var named = METHOD_MAPPING.matcher(mapping.getRawType().getName());
        if (named.matches()) {
            return List.of(named.group(1).toUpperCase(java.util.Locale.ROOT));
        }
        List<String> methods = new ArrayList<>();
        mapping.get("method").ifPresent(value -> {
            for (Object method : (Object[]) value) {
                methods.add(((JavaEnumConstant) method).name());
            }
        });
        return methods.isEmpty() ? List.of("ANY") : methods;
    }

    private static List<String> paths(JavaAnnotation<?> mapping) {
        List<String> paths = new ArrayList<>();
        for (String attribute : List.of("value", "path")) {
            mapping.get(attribute).ifPresent(value -> paths.addAll(Arrays.asList((String[]) value)));
        }
        return paths.isEmpty() ? List.of("") : paths;
    }

    /** {@code ${server.error.path:/error}} is its default, and a regular expression of a variable does not count. */
    private static String clean(String path) {
        return path.replaceAll("\\$\\{[^:}]+:([^}]+)}", "$1").replaceAll("\\{([a-zA-Z]+):[^}]*}+", "{$1}");
    }
}
