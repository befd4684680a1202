package podo.starter;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class StarterModulesTest {

    @Test
    void packagesFormNoCycles() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("podo.starter");
        slices().matching("podo.starter.(*)..").should().beFreeOfCycles().check(classes);
    }
}
