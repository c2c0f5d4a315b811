package vn.motcua;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;

@AnalyzeClasses(packages = "vn.motcua", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A library of its own, without any engine: the conditions of forms are written in its language, FEEL. */
    private static final DescribedPredicate<JavaClass> FEEL = resideInAPackage("org.camunda.feel..");

    @ArchTest
    static final ArchRule theCalendarIsPureJavaTime = noClasses()
            .that()
            .resideInAPackage("vn.motcua.calendar")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .dependOnClassesThat(DescribedPredicate.not(resideInAPackage("java..")
                    .or(resideInAPackage("org.jspecify.."))
                    .or(resideInAPackage("vn.motcua.calendar"))));

    @ArchTest
    static final ArchRule timeComesFromAnInjectedClock = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("now() takes no Clock") {
                @Override
                public boolean test(JavaCall<?> call) {
                    boolean now = call.getTarget().getName().equals("now")
                            && call.getTargetOwner().getPackageName().startsWith("java.time");
                    return now
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
                }
            })
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheApplicationMakesAClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vn.motcua.Motcua")
            .should()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "system", ZoneId.class)
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule nothingPrintsButTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("vn.motcua.console")
            .and()
            .doNotHaveFullyQualifiedName("vn.motcua.Motcua")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule theEngineIsKnownOnlyToItsRooms = noClasses()
            .that()
            .resideOutsideOfPackages("vn.motcua.workflow..", "vn.motcua.cockpit..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda..").and(DescribedPredicate.not(FEEL)))
            .because("the engine may be another one day; FEEL is a library that works without it");

    @ArchTest
    static final ArchRule conditionsAreReadOnlyByTheForms = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vn.motcua.forms.Condition")
            .should()
            .dependOnClassesThat(FEEL)
            .because("what people fill in must never be read as an expression");

    @ArchTest
    static final ArchRule noRoomHasAJunkDrawer =
            noClasses().should().resideInAnyPackage("..util..", "..utils..", "..service..", "..impl..", "..common..");

    /** What others implement in a jar of their own. */
    private static final Set<String> EXTENSION_POINTS = Set.of("vn.motcua.payment.PaymentGateway");

    @ArchTest
    static final ArchRule interfacesOfOurOwnAreSmallListenersOrHaveSeveralImplementations = classes()
            .that()
            .areInterfaces()
            .and()
            .areNotAnnotations()
            .should(new com.tngtech.archunit.lang.ArchCondition<JavaClass>("be nested beside what calls them") {
                @Override
                public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                    boolean fine = type.isNestedClass()
                            || type.isAnnotatedWith(FunctionalInterface.class)
                            || type.getSimpleName().equals("package-info")
                            || EXTENSION_POINTS.contains(type.getName())
                            || type.getAllSubclasses().size() > 1;
                    if (!fine) {
                        events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                type, type.getName() + " has a single implementation"));
                    }
                }
            });
}
