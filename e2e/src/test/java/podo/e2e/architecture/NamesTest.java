package podo.e2e.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(locations = MainClasses.class, importOptions = MainClasses.WithSource.class)
class NamesTest {

    @ArchTest
    static final ArchRule noClassIsNamedAfterItsRoleInAFramework = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Base|Hearing)(\\$.*)?")
            .because("such names say nothing about the ticket business");

    @ArchTest
    static final ArchRule kafkaListenersEndInListener = classes()
            .that()
            .areAnnotatedWith(Spring.KAFKA_LISTENER)
            .or(describe(
                    "have a method with @KafkaListener",
                    type -> type.getMethods().stream()
                            .anyMatch(method -> method.isAnnotatedWith(Spring.KAFKA_LISTENER))))
            .should()
            .haveSimpleNameEndingWith("Listener");

    @ArchTest
    static final ArchRule settingsAreRecordsThatEndInSettings = classes()
            .that()
            .areAnnotatedWith(Spring.CONFIGURATION_PROPERTIES)
            .should()
            .haveSimpleNameEndingWith("Settings")
            .andShould()
            .beRecords();

    @ArchTest
    static final ArchRule autoConfigurationsEndInAutoConfiguration = classes()
            .that()
            .areAnnotatedWith(Spring.AUTO_CONFIGURATION)
            .should()
            .haveSimpleNameEndingWith("AutoConfiguration");

    @ArchTest
    static final ArchRule httpInterfacesEndInClient = classes()
            .that()
            .areTopLevelClasses()
            .and(describe("are HTTP interfaces", Spring::isHttpInterface))
            .should()
            .haveSimpleNameEndingWith("Client");

    @Test
    void aSimpleClassNameExistsOnce() {
        Map<String, List<String>> byName = SourceTree.mainSources().stream()
                .filter(file -> !SourceTree.className(file).endsWith("-info"))
                .collect(groupingBy(SourceTree::className, mapping(SourceTree::relative, toList())));
        assertThat(byName).isNotEmpty();
        assertThat(byName.values().stream().filter(files -> files.size() > 1)).isEmpty();
    }
}
