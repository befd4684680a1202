package podo.e2e.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

@AnalyzeClasses(locations = MainClasses.class, importOptions = MainClasses.WithSource.class)
class BeansTest {

    private static final int MOST_PARAMETERS = 7;
    private static final List<String> OUTSIDE_CALLS = List.of(
            "org.springframework.data.redis.",
            "org.redisson.",
            "org.springframework.kafka.core.",
            "org.springframework.web.client.",
            "java.net.http.");

    @ArchTest
    static final ArchRule beansHaveAtMostSevenConstructorParameters = constructors()
            .that()
            .areDeclaredInClassesThat(describe("are beans", Spring::isBean))
            .should(haveAtMostSevenParameters());

    @ArchTest
    static final ArchRule nothingIsInjectedIntoAField = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.persistence.PersistenceContext");

    /** What lies in Redis or comes over the network must not decide which class is made of it. */
    @ArchTest
    static final ArchRule nothingIsDeserializedByJava = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.ObjectInputStream|.*\\.JdkSerializationRedisSerializer"
                    + "|.*\\.GenericJackson.*RedisSerializer|org\\.redisson\\.codec\\..*");

    /** Direct calls only: what a called bean does in turn is not followed. */
    @ArchTest
    static final ArchRule aTransactionHoldsNoCallToRedisKafkaOrHttp = noMethods()
            .that(describe(
                    "are transactional",
                    method -> method.isAnnotatedWith(Spring.TRANSACTIONAL)
                            || method.getOwner().isAnnotatedWith(Spring.TRANSACTIONAL)))
            .should(callRedisKafkaOrHttp());

    @ArchTest
    static final ArchRule timeInAServiceComesFromAClock = noClasses()
            .that()
            .resideOutsideOfPackage("podo.stack..")
            .and()
            .areNotAssignableTo(Clock.class)
            .and(describe(
                    "are no command",
                    type -> type.tryGetMethod("main", String[].class).isEmpty()))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .because("tests set the time");

    private static ArchCondition<JavaConstructor> haveAtMostSevenParameters() {
        return new ArchCondition<>("have at most " + MOST_PARAMETERS + " parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int parameters = constructor.getRawParameterTypes().size();
                events.add(new SimpleConditionEvent(
                        constructor,
                        parameters <= MOST_PARAMETERS,
                        constructor.getFullName() + " has " + parameters + " parameters"));
            }
        };
    }

    private static ArchCondition<JavaMethod> callRedisKafkaOrHttp() {
        return new ArchCondition<>("call Redis, Kafka or HTTP") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getMethodCallsFromSelf()
                        .forEach(call -> events.add(new SimpleConditionEvent(
                                call, isOutside(call.getTargetOwner()), call.getDescription())));
            }
        };
    }

    private static boolean isOutside(JavaClass called) {
        return OUTSIDE_CALLS.stream().anyMatch(called.getName()::startsWith) || Spring.isHttpInterface(called);
    }
}
