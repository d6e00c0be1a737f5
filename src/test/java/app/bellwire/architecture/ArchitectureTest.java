package app.bellwire.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final String ROOT = "app.bellwire";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Stream<ImportTable.Row> rows() {
    return ImportTable.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void importsOnlyWhatItsRowAllows(ImportTable.Row row) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + row.name())
        .should()
        .dependOnClassesThat(ofOursOutside(row))
        .because(
            "the import table of ImportTable says so; change the row there with a decision page")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> ofOursOutside(ImportTable.Row row) {
    return DescribedPredicate.describe(
        "stand outside " + row,
        type -> {
          String name = type.getPackageName();
          boolean ours = name.startsWith(ROOT + ".");
          String local = ours ? name.substring(ROOT.length() + 1) : "";
          return ours && !local.equals(row.name()) && !row.mayImport().contains(local);
        });
  }

  @Test
  void everyPackageHasARowOrIsTheApp() {
    Stream<String> packages =
        CLASSES.stream().map(JavaClass::getPackageName).distinct().filter(p -> !p.endsWith(".app"));
    assertThat(packages.map(p -> p.substring(ROOT.length() + 1)))
        .isSubsetOf(ImportTable.ROWS.stream().map(ImportTable.Row::name).toList());
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  record Tool(String library, String... packages) {}

  static final Tool[] TOOLS = {
    new Tool("org.quartz..", "poll"),
    new Tool("okhttp3..", "fetch", "chat.http", "chat.telegram", "chat.slack", "app"),
    new Tool("org.telegram..", "chat.telegram"),
    new Tool("com.slack..", "chat.slack"),
    new Tool("javax.websocket..", "chat.slack"),
    new Tool("org.glassfish.tyrus..", "chat.slack"),
    new Tool("java.sql..", "store"),
    new Tool("javax.sql..", "store"),
    new Tool("org.jdbi..", "store"),
    new Tool("org.snakeyaml..", "config"),
    new Tool("io.javalin..", "web"),
    new Tool("org.apache.lucene..", "text"),
    new Tool("ai.onnxruntime..", "text"),
    new Tool("picocli..", "app"),
  };

  @ParameterizedTest
  @FieldSource("TOOLS")
  void aLibraryIsUsedWhereItBelongs(Tool tool) {
    String[] homes =
        Stream.of(tool.packages()).map(name -> ROOT + "." + name).toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(tool.library())
        .because("only " + String.join(", ", tool.packages()) + " may use " + tool.library())
        .check(CLASSES);
  }

  @Test
  void theClockIsAParameter() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".app")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("time comes from an InstantSource, so that tests can move it")
        .check(CLASSES);
  }

  @Test
  void nobodySleepsStartsThreadsOrPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".app")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .accessField(System.class, "out")
        .because("use the Ticks, the one thread factory and the logger")
        .check(CLASSES);
  }

  @Test
  void nobodyParsesXmlWithTheJdk() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.xml.parsers..", "javax.xml.stream..", "javax.xml.transform..")
        .because("their defaults read local files; use jsoup's XML parser")
        .check(CLASSES);
  }

  @Test
  void classesAreNamedByWhatTheyAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Service)")
        .because("a class is named by what it is or by its means, such as HttpFetcher")
        .check(CLASSES);
  }

  @Test
  void loggersAreTheOnlyStaticState() {
    noFields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(ROOT + "..")
        .should()
        .notBeFinal()
        .because("state belongs to objects that Wiring makes")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .that()
        .resideInAPackage(ROOT + "..")
        .should(
            new com.tngtech.archunit.lang.ArchCondition<>("stand in a @NullMarked package") {
              @Override
              public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                JavaPackage home = type.getPackage();
                if (!home.isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                          type, home.getName() + " has no @NullMarked package-info"));
                }
              }
            })
        .check(CLASSES);
  }
}
