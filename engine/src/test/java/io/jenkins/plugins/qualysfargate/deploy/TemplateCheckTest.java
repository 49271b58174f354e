package io.jenkins.plugins.qualysfargate.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;

/** The check of the templates notices what it is there for. */
class TemplateCheckTest {
    private static final Specification SPECIFICATION = new Specification();

    private static final String SOUND = """
            AWSTemplateFormatVersion: '2010-09-09'
            Description: A table, and a queue that may be.
            Parameters:
              Prefix:
                Type: String
                Default: gate
              Queue:
                Type: String
                Default: 'yes'
                AllowedValues: ['yes', 'no']
            Conditions:
              WithQueue: !Equals [!Ref Queue, 'yes']
            Resources:
              Table:
                Type: AWS::DynamoDB::Table
                DeletionPolicy: Retain
                Properties:
                  TableName: !Sub ${Prefix}-table
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions:
                    - {AttributeName: id, AttributeType: S}
                  KeySchema:
                    - {AttributeName: id, KeyType: HASH}
              Pushes:
                Type: AWS::SQS::Queue
                Condition: WithQueue
                Properties:
                  VisibilityTimeout: !If [WithQueue, 900, !Ref AWS::NoValue]
            Outputs:
              Queue:
                Value: !If [WithQueue, !GetAtt Pushes.Arn, '']
              Table:
                Value: !GetAtt Table.Arn
            """;

    @Test
    void shouldFindNothingInASoundTemplate() {
        assertThat(TemplateCheck.problems(Template.of("sound", SOUND), SPECIFICATION))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            BilingMode: PAY               | BillingMode: PAY       | "Table$: property 'BilingMode' is not defined in the schema"
            AttributeTyp: S               | AttributeType: S       | "property 'AttributeTyp' is not defined"
            PAY_PER_REQEST                | PAY_PER_REQUEST        | "does not have a value in the enumeration"
            KeyType: SORT                 | KeyType: HASH          | "does not have a value in the enumeration"
            AttributeType: T              | AttributeType: S       | "does not have a value in the enumeration"
            {AttributeName: id}           | {AttributeName: id, KeyType: HASH} | "required property 'KeyType' not found"
            KeySchem:                     | KeySchema:             | "required property 'KeySchema' not found"
            '[WithQueue, soon,'           | '[WithQueue, 900,'     | "Pushes$.VisibilityTimeout: string found, integer expected"
            '[WithQueue, 90000,'          | '[WithQueue, 900,'     | "must have a maximum value of 43200"
            AWS::SQS::Qeue                | AWS::SQS::Queue        | "Pushes is of an unknown type"
            DeletonPolicy: Retain         | DeletionPolicy: Retain | "Table has an unknown key: DeletonPolicy"
            ${Prefx}-table                | ${Prefix}-table        | "there is no Prefx"
            !Ref Quue                     | !Ref Queue             | "there is no Quue"
            !GetAtt Tabel.Arn             | !GetAtt Table.Arn      | "there is no Tabel Arn"
            !GetAtt Table.Arm             | !GetAtt Table.Arn      | "Table has no attribute Arm"
            '!If [WithQueu, !Get'         | '!If [WithQueue, !Get' | "there is no condition WithQueu"
            '!GetAtt Pushes.Arn'          | '!If [WithQueue, !GetAtt Pushes.Arn, ""]' | "Queue needs Pushes, which is not always there"
            gate-table                    | !Sub ${Prefix}-table   | "parameter Prefix is never used"
            Default: maybe                | Default: 'yes'         | "parameter Queue has a default that is not allowed"
            Type: Text                    | Type: String           | "parameter Prefix is of no type"
            Defalt: gate                  | Default: gate          | "parameter Prefix has an unknown key: Defalt"
            Output:                       | Outputs:               | "the template has an unknown key: Output"
            """)
    void shouldFindWhatIsBroken(String broken, String sound, String problem) {
        String was = plain(sound);
        assertThat(SOUND).contains(was);
        int from = SOUND.indexOf(was);
        String text = SOUND.substring(0, from) + plain(broken) + SOUND.substring(from + was.length());
        assertThat(TemplateCheck.problems(Template.of("broken", text), SPECIFICATION))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    private static String plain(String cell) {
        String text = cell.startsWith("'") ? cell.substring(1, cell.length() - 1) : cell;
        return text.replace("\"\"", "''");
    }

    @Test
    void shouldFindAConditionThatNothingUses() {
        String text = SOUND.replace("  WithQueue:", "  Never: !Equals [!Ref Queue, 'no']\n  WithQueue:");
        assertThat(TemplateCheck.problems(Template.of("broken", text), SPECIFICATION))
                .containsExactly("condition Never is never used");
    }

    @Test
    void shouldRefuseAKeyThatIsThereTwice() {
        String text = SOUND.replace("Default: gate", "Default: gate\n    Default: other");
        assertThatThrownBy(() -> Template.of("broken", text)).isInstanceOf(DuplicateKeyException.class);
    }
}
