import { HardUnitsService } from '../services/analytics/hard-units.service.ts';
import { MisconceptionsService } from '../services/analytics/misconceptions.service.ts';
import { RegionSchoolService } from '../services/analytics/region-school.service.ts';
import { ClassGuidanceService } from '../services/guidance/class-guidance.service.ts';
import { GuidanceService } from '../services/guidance/guidance.service.ts';
import { GuidanceAdoptionService } from '../services/guidance/guidance-adoption.service.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';
import type { Teaching } from './teaching.ts';

type Parts = Base & Pick<Teaching, 'tutoring'> & Pick<Services, 'access'>;
type RegionServices = Pick<
  Services,
  'guidance' | 'guidanceAdoption' | 'classGuidance' | 'hardUnits' | 'regionSchools' | 'misconceptions'
>;

/** What supervisors see of the teaching of their subjects, and what they tell class managers. */
export function composeRegion(parts: Parts): RegionServices {
  return {
    guidance: new GuidanceService(parts),
    guidanceAdoption: new GuidanceAdoptionService(parts),
    classGuidance: new ClassGuidanceService(parts),
    regionSchools: new RegionSchoolService(parts),
    hardUnits: new HardUnitsService(parts),
    misconceptions: new MisconceptionsService(parts),
  };
}
