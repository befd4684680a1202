package podo.e2e.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(locations = MainClasses.class, importOptions = MainClasses.WithSource.class)
class PackagesTest {

    private static final int MOST_FILES = 15;

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule anEntityStaysInItsFeature = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should(beUsedOnlyInTheirFeature(type -> true));

    @ArchTest
    static final ArchRule aControllerReachesNoRepositoryOfAnotherFeature = classes()
            .that(describe("are Spring Data repositories", Spring::isRepository))
            .should(beUsedOnlyInTheirFeature(Spring::isController));

    @ArchTest
    static final ArchRule controllersHoldNoSql = classes()
            .that(describe("are controllers", Spring::isController))
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("org.springframework.jdbc..", "jakarta.persistence..", "java.sql..");

    @Test
    void aPackageHasAtMostFifteenFiles() {
        Map<String, Long> files = SourceTree.mainSources().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(groupingBy(file -> SourceTree.relative(file.getParent()), TreeMap::new, counting()));
        assertThat(files).isNotEmpty();
        files.values().removeIf(count -> count <= MOST_FILES);
        assertThat(files).isEmpty();
    }

    @Test
    void aPackageSaysWhatItIsAndIsNullMarked() {
        List<Path> packages = SourceTree.mainSources().stream()
                .map(Path::getParent)
                .distinct()
                .toList();
        assertThat(packages).isNotEmpty();
        assertThat(packages.stream()
                        .filter(folder -> !isDescribed(folder.resolve("package-info.java")))
                        .map(SourceTree::relative))
                .isEmpty();
    }

    private static ArchCondition<JavaClass> beUsedOnlyInTheirFeature(Predicate<JavaClass> users) {
        return new ArchCondition<>("be used only below their feature's package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesToSelf().stream()
                        .filter(use -> users.test(use.getOriginClass()))
                        .forEach(use -> events.add(new SimpleConditionEvent(
                                use, feature(use.getOriginClass()).equals(feature(type)), use.getDescription())));
                events.add(SimpleConditionEvent.satisfied(type, "checked " + type.getName()));
            }
        };
    }

    private static boolean isDescribed(Path info) {
        return Files.exists(info)
                && SourceTree.text(info).contains("@NullMarked")
                && SourceTree.text(info).startsWith("/**");
    }

    /** {@code podo.inventory.hold} of {@code podo.inventory.hold.attempt}. */
    private static String feature(JavaClass type) {
        return type.getPackageName().replaceFirst("^(\\w+\\.\\w+\\.\\w+)\\..*", "$1");
    }

    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
