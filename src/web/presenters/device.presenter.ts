import type * as z from 'zod';
import type { DeviceList, DevicePage } from '../../services/devices/devices.service.ts';
import type { DeviceView, deviceList, deviceWithLoans } from '../../shared/devices.ts';
import { iso, isoOrNull } from './moment.ts';

export function toDevice({ holder, ...device }: DevicePage['device']): DeviceView {
  return { ...device, holder: holder && { id: holder.id, name: holder.name, since: iso(holder.since) } };
}

export function toDeviceList({ devices, counts, page, pages }: DeviceList): z.infer<typeof deviceList> {
  return { devices: devices.map(toDevice), counts, page, pages };
}

export function toDeviceWithLoans({ device, loans }: DevicePage): z.infer<typeof deviceWithLoans> {
  const history = loans.map(({ student, start, end }) => ({ student, from: iso(start), until: isoOrNull(end) }));
  return { ...toDevice(device), loans: history };
}
