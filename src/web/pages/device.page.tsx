import { DEVICE_CONDITIONS, DEVICE_OS, LONGEST_MODEL } from '../../domain/devices/device.ts';
import type { DevicePage as View } from '../../services/devices/devices.service.ts';
import { ActionButton, Button } from '../components/button.tsx';
import { Choices } from '../components/choices.tsx';
import { TextArea, TextField } from '../components/field.tsx';
import { SearchForm } from '../components/finder.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Done, Empty, Fold, Notice, Sheet } from '../components/surfaces.tsx';
import { Table } from '../components/table.tsx';
import type { DeviceForm } from '../forms/device.form.ts';
import { usePage } from '../page-context.ts';
import { ConditionTag } from './devices.page.tsx';

/** A delivery of devices, on its way into the inventory. */
export function NewDevicesPage({ form }: { form: DeviceForm }) {
  const { devices: words } = usePage().t;
  return (
    <Layout title={words.newTitle} narrow>
      <div class="stack loose">
        <PageHead title={words.newTitle} lead={words.newLead} back={{ href: '/school/devices', text: words.cancel }} />
        <DeviceFields form={form} action="/school/devices" several />
      </div>
    </Layout>
  );
}

export interface DevicePageProps {
  view: View;
  /** What was looked for among the pupils. */
  search: string | undefined;
  /** Opened with what was wrong. */
  form?: DeviceForm | undefined;
  /** Why it could not be lent. */
  notLent?: string | undefined;
  /** Why it could not be taken back. */
  notBack?: string | undefined;
  done?: string | undefined;
}

/** One device: who has it, who had it, and what can be done with it. */
export function DevicePage({ view, search, form, notLent, notBack, done }: DevicePageProps) {
  const { t } = usePage();
  const words = t.devices;
  const { device } = view;
  return (
    <Layout title={device.serialNumber} narrow>
      <div class="stack loose">
        <PageHead title={device.serialNumber} back={{ href: '/school/devices', text: words.cancel }}>
          <p class="row">
            <bdi>{device.model}</bdi>
            <span class="quiet">{words.systems[device.os]}</span>
            <ConditionTag condition={device.condition} />
          </p>
        </PageHead>
        <Done text={done} />
        {notLent && (
          <Notice tone="alarm" announce>
            <p>{notLent}</p>
            <p>{t.common.errors.stale}</p>
          </Notice>
        )}
        <Now view={view} search={search} notBack={notBack} />
        <Loans view={view} />
        <Fold summary={words.change} open={form !== undefined}>
          <DeviceFields form={form ?? formOf(view)} action={`/school/devices/${device.id}`} />
        </Fold>
        {view.removable && (
          <Fold summary={words.remove}>
            <p class="quiet">{words.removeNote}</p>
            <ActionButton action={`/school/devices/${device.id}/remove`} tone="alarm">
              {words.remove}
            </ActionButton>
          </Fold>
        )}
      </div>
    </Layout>
  );
}

function Now({ view, search, notBack }: Pick<DevicePageProps, 'view' | 'search' | 'notBack'>) {
  const { t, format } = usePage();
  const words = t.devices;
  const { device } = view;
  if (device.holder) {
    return (
      <Sheet id="now" title={words.takeBack}>
        <p>{words.holderNow(device.holder.name, format.day(device.holder.since))}</p>
        <form class="stack" method="post" action={`/school/devices/${device.id}/return`}>
          <Choices
            name="condition"
            label={words.takeBackState}
            layout="list"
            problem={notBack}
            chosen={[device.condition]}
            choices={DEVICE_CONDITIONS.map((value) => ({
              value,
              label: words.conditions[value],
              note: words.conditionNotes[value],
            }))}
          />
          <Button tone="go">{words.takeBack}</Button>
        </form>
      </Sheet>
    );
  }
  return (
    <Sheet id="now" title={words.lend}>
      {device.condition === 'functional' ? (
        <Lend view={view} search={search} />
      ) : (
        <p>{words.notLendable(device.condition)}</p>
      )}
    </Sheet>
  );
}

function Lend({ view, search }: { view: View; search: string | undefined }) {
  const { devices: words } = usePage().t;
  const { device, borrowers } = view;
  return (
    <>
      <SearchForm
        action={`/school/devices/${device.id}`}
        name="who"
        label={words.whoSearch}
        hint={words.lendLead}
        value={search}
        submit={words.lookUp}
      />
      {borrowers?.length === 0 && search !== '' && <Empty icon="people" title={words.noBorrowers(search ?? '')} />}
      {borrowers && borrowers.length > 0 && (
        <ul class="plain stack tight">
          {borrowers.map((pupil) => (
            <li key={pupil.id}>
              <form class="row" method="post" action={`/school/devices/${device.id}/lend`}>
                <span>
                  <bdi>{pupil.name}</bdi> <span class="quiet">{pupil.className ?? words.inNoClass}</span>
                </span>
                <span class="push">
                  <Button name="student" value={String(pupil.id)} size="small" tone="soft">
                    <span aria-hidden="true">{words.lendShort}</span>
                    <span class="visually-hidden">{words.lendTo(pupil.name)}</span>
                  </Button>
                </span>
              </form>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Loans({ view: { loans } }: { view: View }) {
  const { t, format } = usePage();
  const words = t.devices;
  return (
    <Sheet id="loans" title={words.loans}>
      {loans.length === 0 ? (
        <p class="quiet">{words.loansNone}</p>
      ) : (
        <Table
          stacks
          caption={words.loans}
          captionHidden
          rows={loans}
          rowKey={({ id }) => id}
          columns={[
            {
              title: words.pupil,
              heads: true,
              cell: ({ student }) => (
                <a href={`/class/students/${student.id}`}>
                  <bdi>{student.name}</bdi>
                </a>
              ),
            },
            { title: words.from, cell: ({ start }) => format.day(start) },
            {
              title: words.until,
              cell: ({ end }) => (end === null ? <span class="quiet">{words.stillOut}</span> : format.day(end)),
            },
          ]}
        />
      )}
    </Sheet>
  );
}

function DeviceFields({ form, action, several = false }: { form: DeviceForm; action: string; several?: boolean }) {
  const { t } = usePage();
  const words = t.devices;
  const { problems } = form;
  return (
    <form class="stack" method="post" action={action}>
      {Object.keys(problems).length > 0 && (
        <Notice tone="alarm" announce>
          <p>{t.common.errors.formTitle}</p>
        </Notice>
      )}
      {several ? (
        <TextArea
          name="serials"
          label={words.serials}
          hint={words.serialsHint}
          value={form.serials}
          problem={problems.serials}
          rows={5}
        />
      ) : (
        <TextField name="serials" label={words.serial} value={form.serials} problem={problems.serials} maxLength={64} />
      )}
      <TextField
        name="model"
        label={words.model}
        value={form.model}
        problem={problems.model}
        maxLength={LONGEST_MODEL}
      />
      <Choices
        name="os"
        label={words.os}
        chosen={[form.os]}
        problem={problems.os}
        choices={DEVICE_OS.map((value) => ({ value, label: words.systems[value] }))}
      />
      <Choices
        name="condition"
        label={words.condition}
        layout="list"
        chosen={[form.condition]}
        problem={problems.condition}
        choices={DEVICE_CONDITIONS.map((value) => ({
          value,
          label: words.conditions[value],
          note: words.conditionNotes[value],
        }))}
      />
      <TextField
        name="purchased"
        type="date"
        label={words.purchased}
        hint={words.purchaseHint}
        value={form.purchased}
        problem={problems.purchased}
        short
      />
      <div>
        <Button tone="go">{words.save}</Button>
      </div>
    </form>
  );
}

function formOf({ device }: View): DeviceForm {
  return {
    serials: device.serialNumber,
    model: device.model,
    os: device.os,
    condition: device.condition,
    purchased: device.purchaseDate ?? '',
    problems: {},
  };
}
